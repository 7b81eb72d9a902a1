// Figures that follow from others: worked out beside their cells, and taken over if the person wants to.

import { ZERO, absolute, compare, exact, minus, over, plus, rounded, times, timesTenTo } from './decimal.js';
import { h } from './dom.js';
import { change, grouped, numberProblem } from './numbers.js';

const OPERATIONS = { '+': plus, '-': minus, '*': times, '/': over };

/** A part of what a figure is worked out from may be rounded: closer than this is the same. */
const TOLERANCE = exact('0.01');
/** Farther than this is worth a word. */
const NOTABLE = exact('0.05');

/** The outcome of a formula; null if a figure is missing. `figure` gives the fraction of a code, or null. */
export function evaluate(tree, figure) {
  if (!Array.isArray(tree)) return exact(tree) ?? figure(tree);
  const left = evaluate(tree[1], figure);
  const right = left && evaluate(tree[2], figure);
  return right && OPERATIONS[tree[0]](left, right);
}

export const isSum = tree => !Array.isArray(tree) || (tree[0] === '+' && isSum(tree[1]) && isSum(tree[2]));

/**
 * What a working gives for figures {code: plain text}, in decimal text of this scale; null if it cannot be worked out. In
 * a sum, what is not applicable counts for nothing.
 */
export function outcome(working, figures, scale) {
  const sum = isSum(working.tree);
  if (sum && !working.cells.some(code => exact(figures[code] ?? ''))) return null;
  const result = evaluate(working.tree, code =>
    (sum && figures[code] === 'NA' ? ZERO : exact(figures[code] ?? '')));
  return result && compare(result, ZERO) >= 0 ? rounded(timesTenTo(result, working.shift), scale) : null;
}

/** How what is filled in differs from what was worked out: '' if it does not, else 'little' or 'much'. */
export function difference(typed, worked, sum) {
  const one = exact(typed), other = exact(worked);
  const gap = absolute(minus(one, other));
  if (compare(gap, ZERO) === 0) return '';
  if (!sum && compare(gap, times(absolute(other), TOLERANCE)) <= 0) return '';
  return compare(gap, times(absolute(other), NOTABLE)) > 0 ? 'much' : 'little';
}

export class Workings {
  constructor(sheet, list, t) {
    this.sheet = sheet;
    this.list = list;
    this.t = t;
    this.lines = new Map();
  }

  refresh() {
    for (const working of this.list) {
      for (const place of this.places(working)) this.show(working, place);
    }
  }

  /** The cell of a working with how to find those it reads: one, or one in each row. */
  places(working) {
    if (!working.group) {
      const cell = this.sheet.at(working.code);
      return cell ? [{ cell, of: code => this.sheet.at(code) }] : [];
    }
    return this.sheet.rowsOf(this.sheet.group(working.group)).map(row => {
      const of = code => this.sheet.of(row.querySelector('[data-column="' + CSS.escape(code) + '"] .zb-input'));
      return { cell: of(working.code), of };
    });
  }

  show(working, { cell, of }) {
    const figures = {};
    for (const code of working.cells) {
      const other = of(code);
      figures[code] = other && !other.problem ? other.value : '';
    }
    const { scale, precision } = cell.element.dataset;
    const worked = cell.notApplicable ? null : outcome(working, figures, Number(scale));
    const gap = worked === null || numberProblem(worked, Number(precision), Number(scale)) ? ''
      : cell.blank ? 'blank' : cell.problem ? '' : difference(cell.value, worked, isSum(working.tree));
    const line = this.line(cell, gap !== '');
    if (!line) return;
    line.element.hidden = gap === '';
    if (gap === '') return;
    line.worked = worked;
    const shown = grouped(worked) + (line.unit ? ' ' + line.unit : '');
    const apart = gap === 'blank' ? null : change(worked, cell.value);
    line.element.classList.toggle('zb-working--much', gap === 'much');
    line.text.textContent = this.t(isSum(working.tree) ? 'working.sum' : 'working.worked', working.words, shown)
      + (apart ? this.t(apart.times ? 'working.times' : 'working.apart', apart.times || apart.percent) : '');
    line.button.setAttribute('aria-label', this.t('working.take.of', this.sheet.nameOf(cell), shown));
  }

  /** The line below the cell; made when it is first needed. */
  line(cell, needed) {
    if (!this.lines.has(cell) && needed) {
      const text = h('span');
      const button = h('button', { type: 'button', class: 'zb-link', 'data-take': true, onclick: () => this.take(cell) }, this.t('working.take'));
      const element = h('p', { class: 'zb-working' }, text, ' ', button);
      cell.element.after(element);
      this.lines.set(cell, { element, text, button, unit: cell.element.dataset.unit ?? '' });
    }
    return this.lines.get(cell);
  }

  take(cell) {
    cell.show(this.lines.get(cell).worked);
    this.sheet.onChange(cell);
    cell.input.focus();
  }
}
