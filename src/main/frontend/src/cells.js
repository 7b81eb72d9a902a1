// The cells of the form: what a person typed in each, what it means, and what is wrong with it.

import { change, grouped, numberProblem, plainNumber } from './numbers.js';

export const NOT_APPLICABLE = 'NA';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** One cell around its element `[data-cell]`. */
export class Cell {
  constructor(element, t) {
    this.element = element;
    this.t = t;
    this.type = element.dataset.type;
    this.input = element.querySelector('.zb-input, .zb-choices');
    this.naButton = element.querySelector('[data-na]');
    this.message = element.querySelector('.zb-problem');
    this.notApplicable = this.naButton?.getAttribute('aria-pressed') === 'true';
    this.refused = null;
    this.limit = null;
    if (this.notApplicable) this.showNotApplicable();
    if (this.type === 'NUMBER') this.input.value = grouped(this.input.value);
    this.showChange();
  }

  get required() { return this.element.dataset.required === 'true'; }

  /** As typed, whatever it means. */
  get typed() {
    if (this.notApplicable) return NOT_APPLICABLE;
    if (this.type === 'CODES') {
      return Array.from(this.input.querySelectorAll('input:checked'), i => i.value).join(',');
    }
    return this.input.value;
  }

  /** What it means: plain decimal text, code, text. */
  get value() {
    const typed = this.typed;
    return this.type === 'NUMBER' && !this.notApplicable ? plainNumber(typed) : typed.trim();
  }

  /** Why it cannot be stored: message key and arguments; null if it can. */
  get problem() {
    const value = this.value;
    if (value === '' || this.notApplicable) return null;
    const { precision, scale, maxLength } = this.element.dataset;
    if (this.type === 'NUMBER') {
      const problem = numberProblem(value, Number(precision), Number(scale));
      if (problem) return problem;
    }
    if (this.type === 'MONTH' && !MONTH.test(value)) return ['month.bad'];
    if (this.type === 'TEXT' && value.length > Number(maxLength)) return ['text.tooLong', maxLength, value.length];
    return this.refused && this.refused.value === value ? ['', this.refused.message] : null;
  }

  get blank() { return this.value === ''; }

  /** Shows this text or value, without telling anyone that it changed. */
  show(value) {
    this.setNotApplicable(value === NOT_APPLICABLE && this.naButton !== null);
    if (this.type === 'CODES') {
      const chosen = value.split(',');
      this.input.querySelectorAll('input').forEach(i => { i.checked = chosen.includes(i.value); });
    } else if (!this.notApplicable) {
      this.input.value = this.type === 'NUMBER' ? grouped(value) : value;
    }
    this.validate();
  }

  /** The server does not take the value it holds. */
  refuse(message) {
    this.refused = { value: this.value, message };
    this.validate();
  }

  setNotApplicable(on) {
    if (!this.naButton || on === this.notApplicable) return;
    this.notApplicable = on;
    this.naButton.setAttribute('aria-pressed', String(on));
    if (on) this.showNotApplicable();
    else {
      this.input.disabled = false;
      this.input.querySelectorAll?.('input').forEach(i => { i.disabled = false; });
      this.input.placeholder = this.type === 'MONTH' ? 'YYYY-MM' : '';
    }
  }

  showNotApplicable() {
    if (this.type === 'CODES') this.input.querySelectorAll('input').forEach(i => { i.checked = false; i.disabled = true; });
    else {
      this.input.value = '';
      this.input.disabled = true;
      this.input.placeholder = this.input.tagName === 'INPUT' ? this.t('na') : '';
    }
  }

  /** Marks the cell if what it holds cannot be stored. */
  validate() {
    const problem = this.problem;
    this.element.classList.toggle('zb-cell--bad', problem !== null);
    this.input.setAttribute('aria-invalid', String(problem !== null));
    this.message.hidden = problem === null;
    this.message.textContent = problem ? (problem[0] === '' ? problem[1] : this.t(...problem)) : '';
    this.describe();
    this.showChange();
    return problem === null;
  }

  /** Names to assistive technology whatever is said about this cell. */
  describe(...ids) {
    if (ids.length) this.noteIds = ids[0];
    const all = [...(this.message.hidden ? [] : [this.message.id]), ...(this.noteIds ?? [])];
    if (all.length) this.input.setAttribute('aria-describedby', all.join(' '));
    else this.input.removeAttribute('aria-describedby');
  }

  /** A number is shown plain while it is edited, and with its thousands separated otherwise. */
  edit(byPointer) {
    if (this.type !== 'NUMBER' || this.problem || this.input.value === this.value) return;
    this.input.value = this.value;
    // whoever comes by keyboard types over the whole of it, as always
    if (!byPointer) this.input.select();
  }

  leave() { if (this.type === 'NUMBER' && !this.notApplicable && !this.problem) this.input.value = grouped(this.value); }

  changeText({ percent, times, beyond }) {
    if (times) return this.t('change.times', times);
    return [percent, beyond && this.t('change.beyond', beyond)].filter(Boolean).join(' ');
  }

  /** Beside the former figures: by how much a number differs, and whether anything else is what it was. */
  showChange() {
    const value = this.problem ? '' : this.value;
    this.element.closest('.zb-row')?.querySelectorAll('[data-past]').forEach(past => {
      if (this.type === 'NUMBER') {
        const changed = this.notApplicable ? null : change(past.dataset.past, value, this.limit);
        past.querySelector('[data-change]').textContent = changed ? this.changeText(changed) : '';
        past.classList.toggle('zb-beyond', Boolean(changed?.beyond));
      } else {
        const same = past.dataset.past !== '' && past.dataset.past === value;
        past.classList.toggle('zb-same', same);
        past.querySelector('span').textContent = same ? this.t('same') : past.dataset.shown || '–';
      }
    });
  }
}
