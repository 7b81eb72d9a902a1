// What a rule reads: this.B07, prev.B07, unit.countyCode.

const IN_TEXT = /\b(this|prev|year|na|row|rowna|unit|fact|link|earlier|annual|rows|period)\.([A-Za-z][A-Za-z0-9_]*)/g;

/** All references in a text, each once. */
export function referencesIn(text) {
  const found = new Map();
  for (const [feel, scope, name] of text.matchAll(IN_TEXT)) found.set(feel, { feel, scope, name });
  return Array.from(found.values());
}

/** Reads `B07` (this quarter's) or `prev.B07`. */
export function parseReference(text) {
  return referencesIn(text)[0] ?? { feel: 'this.' + text, scope: 'this', name: text };
}
