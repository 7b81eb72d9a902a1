// Where the reader is, as the address after # says: a path of Cockpit and what was asked for.

/** `#/audit/cases/5?kind=NOTICE` as {path, asked}. */
export function place(hash = window.location.hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?');
  return { path, asked: new URLSearchParams(query) };
}

/** The address of a page with what is asked for; empty values are left out. */
export function address(path, asked) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return `#${path}${text ? `?${text}` : ''}`;
}

export function go(path, asked = {}) {
  window.location.hash = address(path, asked);
}
