// Whether an explanation says something, by the same rules as the server (ExplanationWords): ten letters or digits that
// are no stock phrase, no repetition and not the question itself.

export const MIN_EXPLANATION = 10;

const LEAST_LETTERS = 4;
const PER_CENT_SHARED = 80;

/** What is compared: letters and digits only, in one form and in lower case. */
export const normal = text => (text ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/**
 * @param phrases the text of the list of stock phrases, one a line
 * @returns (text, question) => what is wrong as a message key and its arguments; null if the text explains something
 */
export function wording(phrases) {
  const stock = phrases.split('\n').filter(line => !line.startsWith('#')).map(normal).filter(Boolean)
    .sort((a, b) => b.length - a.length);

  return (text, question = '') => {
    const said = normal(text);
    if (said.length < MIN_EXPLANATION) return ['explain.fault.SHORT', said.length, MIN_EXPLANATION - said.length];
    if (noise(said)) return ['explain.fault.NOISE'];
    if (stock.reduce((rest, phrase) => rest.replaceAll(phrase, ''), said).length < MIN_EXPLANATION) {
      return ['explain.fault.BOILERPLATE', stock.find(phrase => said.includes(phrase)) ?? ''];
    }
    return echoes(said, normal(question)) ? ['explain.fault.ECHO'] : null;
  };
}

function noise(said) {
  const letters = said.match(/\p{L}/gu) ?? [];
  return letters.length < LEAST_LETTERS || periodic(said) || said.replace(/(.{1,9}?)\1+/gsu, '$1').length < MIN_EXPLANATION;
}

/** Fewer than ten characters, over and over. */
function periodic(said) {
  for (let period = 1; period < MIN_EXPLANATION; period++) if (said.slice(period) === said.slice(0, -period)) return true;
  return false;
}

function echoes(said, question) {
  if (question.length < MIN_EXPLANATION) return false;
  return shared(said, question) * 100 >= said.length * PER_CENT_SHARED
    || (said.includes(question) && said.length - question.length < MIN_EXPLANATION);
}

/** How many characters of one are in the other, in the same order. */
function shared(a, b) {
  let before = new Array(b.length + 1).fill(0);
  for (const c of a) {
    const now = [0];
    for (let j = 0; j < b.length; j++) now.push(c === b[j] ? before[j] + 1 : Math.max(before[j + 1], now[j]));
    before = now;
  }
  return before[b.length];
}
