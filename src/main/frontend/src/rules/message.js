// A rule's message with places for figures: {B07}, {B07.name}, {prev.B07}, {gap:percent}, {total:A27}.

import { Decimal } from './decimal.js';
import { parseReference } from './reference.js';

const PLACE = /\{([^{}:]+)(?::([^{}]+))?\}/g;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;
const DECIMALS = 4;
const CERTAIN = 15;

const WORDS = {
  zh: { notApplicable: '不适用', empty: '未填', named: cell => cell.zh + '（' + cell.code + '）' },
  en: { notApplicable: 'not applicable', empty: 'empty', named: cell => cell.en + ' (' + cell.code + ')' },
};

/**
 * @param language `zh` or `en`
 * @param computed the intermediate figures by name
 * @param look     {rowNumber, cell(reference), value(reference), raw(reference)}: what references stand for
 */
export function filled(template, language, computed, look) {
  return template.replace(PLACE, (whole, text, format) => {
    if (text === 'rowno') return String(look.rowNumber);
    if (Object.hasOwn(computed, text)) return formatted(computed[text], format, language, look);
    if (NUMBER.test(text)) return formatted(Decimal.parse(text), format, language, look);
    const name = text.endsWith('.name');
    const reference = parseReference(name ? text.slice(0, -'.name'.length) : text);
    const cell = look.cell(reference);
    if (!name) return content(reference, cell, language, look);
    if (!cell) return text;
    return reference.scope === 'row' || reference.scope === 'rowna' ? cell[language] : WORDS[language].named(cell);
  });
}

function content(reference, cell, language, look) {
  const value = look.value(reference);
  if (value === null) return look.raw(reference) === 'NA' ? WORDS[language].notApplicable : WORDS[language].empty;
  return value instanceof Decimal ? plain(value, cell?.scale ?? DECIMALS) + unit(cell, language) : String(value);
}

function formatted(value, format, language, look) {
  if (!(value instanceof Decimal)) return String(value);
  const shown = asShown(value);
  if (!format) return plain(shown, DECIMALS);
  if (format === 'percent') return plain(shown.movedRight(2), 1) + ' %';
  const cell = look.cell(parseReference(format));
  return plain(shown, cell?.scale ?? DECIMALS) + unit(cell, language);
}

/** The server has an intermediate figure that is no whole number as a double, and shows what is certain of it. */
function asShown(value) {
  if (value.integer) return value;
  const [digits, exponent] = Number(value.toString()).toPrecision(CERTAIN).split('e');
  const number = Decimal.parse(digits);
  return exponent ? number.movedRight(Number(exponent)) : number;
}

function unit(cell, language) {
  const text = language === 'zh' ? cell?.unit : cell?.unitEn;
  return text ? ' ' + text : '';
}

function plain(number, decimals) {
  const [whole, fraction] = number.rounded(decimals, 'halfUp').toString().split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? '.' + fraction : '');
}
