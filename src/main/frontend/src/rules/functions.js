// The built-in functions that rules may call. An argument of the wrong kind gives null.

import { Decimal } from './decimal.js';
import { Day, NotHere, and, equal, isList, order } from './values.js';

const isNumber = value => value instanceof Decimal;
const isText = value => typeof value === 'string';
const isTruth = value => typeof value === 'boolean';

/** max([1, 2]) or max(1, 2). */
const list = (first, rest) => (isList(first) ? first : [first, ...rest]);

const numbers = values => values.length > 0 && values.every(isNumber);

function extreme(values, sign) {
  if (!values.length) return null;
  return values.reduce((best, value) => {
    const way = best === null ? null : order(value, best);
    return way === null ? null : way * sign > 0 ? value : best;
  });
}

function total(values) {
  return numbers(values) ? values.reduce((sum, value) => sum.plus(value)) : null;
}

const texts = compute => (...values) => (values.every(isText) ? compute(...values) : null);

const rounding = mode => (value, places = Decimal.of(0)) =>
  (isNumber(value) && isNumber(places) ? value.rounded(Number(places.toString()), mode) : null);

/** Patterns that both engines read alike: neither escapes nor flags. */
function pattern(text) {
  if (/\\|\(\?/.test(text)) throw new NotHere('pattern');
  return new RegExp(text, 'u');
}

const truths = sign => (first, ...rest) => {
  const all = list(first, rest).reduce((result, value) =>
    and(result, isTruth(value) ? value === sign : null), true);
  return all === null ? null : all === sign;
};

function substring(text, start, length) {
  if (!isText(text) || !isNumber(start) || (length !== undefined && !isNumber(length))) return null;
  const from = Number(start.toString());
  const begin = from < 0 ? text.length + from : from - 1;
  if (begin < 0 || begin > text.length) throw new NotHere('substring');
  return length === undefined ? text.slice(begin) : text.slice(begin, begin + Number(length.toString()));
}

export const functions = {
  abs: value => (isNumber(value) ? value.abs() : null),
  max: (first, ...rest) => extreme(list(first, rest), 1),
  min: (first, ...rest) => extreme(list(first, rest), -1),
  sum: (first, ...rest) => total(list(first, rest)),
  count: values => (isList(values) ? Decimal.of(values.length) : null),
  mean: (first, ...rest) => {
    const values = list(first, rest);
    return total(values)?.over(Decimal.of(values.length)) ?? null;
  },
  floor: rounding('floor'),
  ceiling: rounding('ceiling'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('halfUp'),
  'round half down': rounding('halfDown'),
  decimal: (value, places) => (places === undefined ? null : rounding('halfEven')(value, places)),
  not: value => (isTruth(value) ? !value : null),
  all: truths(true),
  any: truths(false),
  'list contains': (values, value) => (isList(values) ? values.some(v => equal(v, value) === true) : null),
  'string length': texts(text => Decimal.of(Array.from(text).length)),
  substring,
  contains: texts((text, part) => text.includes(part)),
  'starts with': texts((text, part) => text.startsWith(part)),
  'ends with': texts((text, part) => text.endsWith(part)),
  matches: (text, expression, ...more) => {
    if (more.length) throw new NotHere('flags');
    return isText(text) && isText(expression) ? pattern(expression).test(text) : null;
  },
  split: texts((text, separator) => text.split(pattern(separator))),
  'upper case': texts(text => text.toUpperCase()),
  'lower case': texts(text => text.toLowerCase()),
  'string join': (values, separator = '') =>
    (isList(values) && values.every(isText) && isText(separator) ? values.join(separator) : null),
  number: (text, ...more) => {
    if (more.length) throw new NotHere('separators');
    return isText(text) ? Decimal.parse(text) : null;
  },
  date: text => {
    if (!isText(text) || !/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new NotHere('date');
    return new Day(text);
  },
};
