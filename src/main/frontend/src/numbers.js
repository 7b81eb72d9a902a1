// How numbers are typed, checked and shown. All exact text: no floating point touches a figure.

import { ZERO, absolute, compare, exact, minus, over, rounded, timesTenTo } from './decimal.js';

const ONE = exact('1');
const TEN = exact('10');
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/** What a person typed, as the plain decimal text it means; text that means no number stays as it is, trimmed. */
export function plainNumber(typed) {
  let text = typed
    .replace(FULL_WIDTH, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[\s\u3000]/g, '');
  if (GROUPED.test(text)) text = text.replace(/,/g, '');
  if (/^\d+\.$/.test(text)) text = text.slice(0, -1);
  if (/^\.\d+$/.test(text)) text = '0' + text;
  if (/^\d+(\.\d+)?$/.test(text)) return text.replace(/^0+(?=\d)/, '');
  return text === '' ? '' : text;
}

/** Why a plain text is no number of this many digits and decimals: a message key and its arguments; null if it is. */
export function numberProblem(text, precision, scale) {
  if (/^-\d+(\.\d+)?$/.test(text)) return ['number.negative'];
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return ['number.notNumber'];
  if ((parts[2] ?? '').length > scale) return ['number.tooManyDecimals', scale];
  if (parts[1] !== '0' && parts[1].length > precision - scale) return ['number.tooManyDigits', precision - scale];
  return null;
}

/** With its thousands separated; text that is no number stays as it is. */
export function grouped(text) {
  const parts = /^(\d+)(\.\d+)?$/.exec(text);
  return parts ? parts[1].replace(/\B(?=(\d{3})+$)/g, ',') + (parts[2] ?? '') : text;
}

/** The change from `before` to `now` in percent, with sign and one decimal; empty if none is to be seen. */
export function changePercent(before, now) {
  const from = exact(before), to = exact(now);
  if (!from || !to || compare(from, ZERO) <= 0) return '';
  const percent = rounded(timesTenTo(over(minus(to, from), from), 2), 1);
  if (percent === '0') return '';
  const signed = (percent.startsWith('-') ? '' : '+') + percent;
  return signed + (percent.includes('.') ? '' : '.0') + '%';
}

/**
 * How a figure changed, for a person.
 *
 * @param limit {explain, floor} as decimal text: the relative change that has to be explained, and below which figures are
 *              not compared; null if there is none
 * @returns {percent, times, beyond}: a change in percent, or for ten times and more by how much; beyond: the limit in
 *          percent if it has to be explained; null if there is nothing to compare
 */
export function change(before, now, limit = null) {
  const from = exact(before), to = exact(now);
  if (!from || !to || compare(from, ZERO) < 0) return null;
  const floor = limit && exact(limit.floor);
  if (floor && compare(from, floor) < 0 && compare(to, floor) < 0) return null;
  const ratio = over(to, from);
  const explain = limit && exact(limit.explain);
  const relative = ratio && absolute(minus(ratio, ONE));
  const beyond = explain && compare(to, from) !== 0 && (!relative || compare(relative, explain) > 0)
    ? rounded(timesTenTo(explain, 2), 1) : '';
  if (!ratio) return beyond ? { percent: '', times: '', beyond } : null;
  if (compare(ratio, TEN) >= 0) return { percent: '', times: rounded(ratio, 1), beyond };
  const percent = changePercent(before, now);
  return percent || beyond ? { percent, times: '', beyond } : null;
}
