// What FEEL values are here: Decimal, string, boolean, null, Day, arrays, contexts (plain objects); how they compare.

import { Decimal } from './decimal.js';

/** Something only the server computes. */
export class NotHere extends Error {}

/** A calendar day. */
export class Day {
  /** @param text YYYY-MM-DD */
  constructor(text) {
    this.text = text;
    [this.year, this.month, this.day] = text.split('-').map(part => Decimal.of(Number(part)));
  }

  toString() { return this.text; }
}

export const isList = Array.isArray;

/** True, false or, if one is neither and the other not false, null. */
export function and(a, b) {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : null;
}

/** Whether both are the same; null if they cannot be compared. */
export function equal(a, b) {
  if (a === null || b === null) return a === b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b;
  const way = order(a, b);
  if (way === null && (isContext(a) || isContext(b))) throw new NotHere('comparison of lists or contexts');
  return way === null ? null : way === 0;
}

const isContext = value => typeof value === 'object' && !(value instanceof Decimal) && !(value instanceof Day);

/** Negative, 0 or positive; null if they cannot be put in order. */
export function order(a, b) {
  if (a instanceof Decimal && b instanceof Decimal) return a.compare(b);
  if (a instanceof Day && b instanceof Day) return compareTexts(a.text, b.text);
  return typeof a === 'string' && typeof b === 'string' ? compareTexts(a, b) : null;
}

const compareTexts = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
