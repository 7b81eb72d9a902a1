// Where the pages of a search begin. The address has the page that is shown and nothing else, however often one turned;
// pages before it are remembered by the question, as long as the window is open.

/** The page that an address asks for: its number, and behind which case it begins. */
export function shownPage(asked) {
  const after = asked.get('after') ?? '';
  const number = Number(asked.get('page'));
  return after ? { number: Number.isInteger(number) && number > 1 ? number : 2, after } : { number: 1, after: '' };
}

/** What to ask for to see the first, the previous and the next page; null where there is none, or where it is not known. */
export function turns(question, shown, next, memory) {
  const known = `zhibao.audit.pages?${question}`;
  const begins = JSON.parse(memory.getItem(known) ?? '{}');
  if (begins[shown.number] !== shown.after) {
    begins[shown.number] = shown.after;
    memory.setItem(known, JSON.stringify(begins));
  }
  const before = shown.number === 2 ? '' : begins[shown.number - 1];
  const to = (number, after) => (number === 1 ? {} : { page: number, after });
  return {
    first: shown.number > 1 ? to(1) : null,
    previous: shown.number > 1 && before !== undefined ? to(shown.number - 1, before) : null,
    next: next ? to(shown.number + 1, next) : null,
  };
}
