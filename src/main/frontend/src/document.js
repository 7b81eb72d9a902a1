// A report document {values, rows, explanations, signatories}, and how two of them differ.

/** Everything a person may choose between, by path; a repeatable group is one choice as a whole. */
function choices(document) {
  const all = new Map();
  for (const [code, value] of Object.entries(document.values ?? {})) all.set('values/' + code, value);
  for (const [group, rows] of Object.entries(document.rows ?? {})) if (rows.length) all.set('rows/' + group, rows);
  for (const [print, text] of Object.entries(document.explanations ?? {})) if (text) all.set('explanations/' + print, text);
  for (const [who, name] of Object.entries(document.signatories ?? {})) if (name) all.set('signatories/' + who, name);
  return all;
}

/** Kind and key of a path; a key may hold slashes of its own. */
const apart = path => [path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1)];

const same = (a, b) => canonical(a) === canonical(b);

function canonical(value) {
  return JSON.stringify(value ?? null, (key, v) =>
    v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v);
}

/**
 * Where two documents differ.
 *
 * @param base the document both come from, if known: a side that left a cell as it was yields to the one that changed it
 * @returns list of {kind, key, mine, theirs, suggested: 'mine' | 'theirs'}
 */
export function differences(mine, theirs, base = null) {
  const my = choices(mine), their = choices(theirs), was = base ? choices(base) : null;
  const paths = [...new Set([...my.keys(), ...their.keys()])].sort();
  return paths.filter(p => !same(my.get(p), their.get(p))).map(path => {
    const [kind, key] = apart(path);
    const untouched = was && same(my.get(path), was.get(path));
    return { kind, key, mine: my.get(path), theirs: their.get(path), suggested: untouched ? 'theirs' : 'mine' };
  });
}

/** Their document, with my side of the differences whose `kind/key` is in `mineKept`. */
export function merged(mine, theirs, mineKept) {
  const result = {
    values: { ...theirs.values }, rows: { ...theirs.rows },
    explanations: { ...theirs.explanations }, signatories: { ...theirs.signatories },
  };
  for (const path of mineKept) {
    const [kind, key] = apart(path);
    const value = mine[kind]?.[key];
    if (value === undefined || value === '') delete result[kind][key];
    else result[kind][key] = value;
  }
  return result;
}
