// How numbers are typed, checked and shown. All exact text: no floating point touches a figure.

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
  if (before === '' || now === '' || !(Number(before) > 0) || !Number.isFinite(Number(now))) return '';
  const percent = ((Number(now) - Number(before)) / Number(before)) * 100;
  const rounded = percent.toFixed(1);
  return Number(rounded) === 0 ? '' : (Number(rounded) > 0 ? '+' : '') + rounded + '%';
}
