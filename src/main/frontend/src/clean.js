// What people copy from spreadsheets, made into what a report holds. As when a workbook is read: what has one meaning only
// is cleaned, anything else is refused with a reason; nothing is guessed or rounded.

const BLANKS = /[\s\u00a0\ufeff\u200b-\u200d\u2060]+/g;
const EDGES = /^[\s\u00a0\ufeff\u200b-\u200d\u2060]+|[\s\u00a0\ufeff\u200b-\u200d\u2060]+$/g;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const WITH_UNIT = /^(-?\d[\d,.]*)([^\d,.eE+-].*)$/;
const SCIENTIFIC = /^(\d{1,20})(?:\.(\d{1,20}))?[eE]([+-]?\d{1,2})$/;
const DASHES = new Set(['-', '--', '—', '——', '–', '/', '\\', '无', '同上', '...', '…', '.']);
const NOT_APPLICABLE = new Set(['NA', 'N/A', '不适用', 'NOTAPPLICABLE']);
const MOST_CHARACTERS = 4000;

const narrow = text => text.normalize('NFKC').replace(/\u2212/g, '-');
const plain = text => narrow(text).replace(BLANKS, '');

export const stripped = text => text.replace(EDGES, '');

/** Whether someone wrote that the indicator does not apply. */
export const meansNotApplicable = text => NOT_APPLICABLE.has(plain(text).toUpperCase());

/** The cells of a block as spreadsheets put it on the clipboard: tabs, line ends, quotes around cells that hold these. */
export function parseBlock(text) {
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    rows[rows.length - 1].push(found[1] !== undefined ? found[1].replace(/""/g, '"') : found[2]);
    at += found[0].length;
    if (at >= text.length) break;
    if (text[at] === '\t') { at++; continue; }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}

/** {value} as plain decimal text, or {problem: [message key, ...arguments]}; `units` are those the figure may carry. */
export function cleanNumber(typed, units = []) {
  let number = plain(typed.slice(0, MOST_CHARACTERS));
  if (DASHES.has(number)) return { problem: ['paste.dash', number] };
  if (number.startsWith('+')) number = number.slice(1);
  const unit = WITH_UNIT.exec(number);
  if (unit) {
    if (!units.some(u => u && plain(u).toLowerCase() === unit[2].toLowerCase())) {
      return { problem: ['paste.unit', unit[2], units[0] || '1'] };
    }
    number = unit[1];
  }
  if (GROUPED.test(number)) return { value: number.replace(/,/g, '') };
  const scientific = SCIENTIFIC.exec(number);
  if (scientific) return { value: moved(scientific[1], scientific[2] ?? '', Number(scientific[3])) };
  return { value: number.replace(/^(\d+)\.$/, '$1') };
}

/** A number in plain digits, its point moved to the right. */
function moved(whole, decimals, places) {
  const digits = whole + decimals;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  return padded.slice(0, at).replace(/^0+(?=\d)/, '') + (padded.length > at ? '.' + padded.slice(at) : '');
}

/** A month as people write it, as `2008-05`; text that means none stays as it is. */
export function cleanMonth(typed) {
  const month = /^((?:19|20)\d{2})(?:[-/.年](\d{1,2})月?(?:[-/.]?\d{1,2}日?)?|(\d{2}))$/.exec(plain(typed));
  return month ? month[1] + '-' + (month[2] ?? month[3]).padStart(2, '0') : stripped(typed);
}

/** The one option {code, label} that a text names by its code, its label, or its name; undefined if none or several do. */
export function chosen(typed, options) {
  const text = plain(typed).toLowerCase();
  const ways = [o => o.code.toLowerCase(), o => plain(o.label).toLowerCase(),
    o => plain(o.label).toLowerCase().slice(plain(o.code).length)];
  for (const way of ways) {
    const found = options.filter(o => way(o) === text);
    if (found.length === 1) return found[0].code;
  }
  return undefined;
}
