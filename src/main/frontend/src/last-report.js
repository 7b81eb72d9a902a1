// What does not change from quarter to quarter, taken again from the last accepted report: first listed, then chosen.

import { failure } from './api.js';
import { Batch } from './batch.js';
import { h, jumpTo } from './dom.js';
import { grouped } from './numbers.js';

export class LastReport {
  /** @param report called with {text} or {text, undo} */
  constructor(sheet, api, t, report) {
    this.sheet = sheet;
    this.api = api;
    this.t = t;
    this.report = report;
    this.button = sheet.root.querySelector('[data-last-report]');
    this.button?.addEventListener('click', () => this.ask());
  }

  async ask() {
    this.panel?.remove();
    const answer = await this.api.lastReport();
    if (!answer.ok) {
      this.report({ text: answer.status ? failure(answer, this.t) : this.t('review.offline') });
      return;
    }
    const { period, figures } = answer.body;
    const changes = [...this.cellChanges(figures.values), ...this.newRows(figures.rows)];
    if (!changes.length) { this.report({ text: this.t(period ? 'last.same' : 'last.none', period) }); return; }
    this.list(period, changes);
  }

  /** Cells that hold something else. */
  cellChanges(values) {
    return Object.entries(values).map(([code, value]) => ({ cell: this.sheet.at(code), value }))
      .filter(({ cell, value }) => cell && cell.value !== value)
      .map(({ cell, value }) => ({
        name: this.sheet.nameOf(cell), before: shown(cell, cell.value) || this.t('conflict.blank'), after: shown(cell, value),
        apply: batch => batch.set(cell, value),
      }));
  }

  /** Rows whose first column none of ours has. */
  newRows(rows) {
    return Object.entries(rows).flatMap(([code, list]) => {
      const group = this.sheet.group(code);
      if (!group) return [];
      const key = group.querySelector('template[data-row-template]').content.querySelector('[data-column]').dataset.column;
      const ours = this.sheet.filledRows(group).map(row => this.sheet.cellsOf(row)[0].value);
      return list.filter(row => row[key] && !ours.includes(row[key])).map(row => ({
        name: group.dataset.name, before: '', after: this.t('last.row', Object.values(row).slice(0, 2).join(' ')),
        apply: batch => this.addRow(batch, group, row),
      }));
    });
  }

  addRow(batch, group, row) {
    const blank = this.sheet.rowsOf(group).find(r => this.sheet.cellsOf(r).every(c => c.typed.trim() === ''));
    if (!blank && this.sheet.rowsOf(group).length >= Number(group.dataset.max)) return ['rows.limit', group.dataset.max];
    const target = blank ?? batch.addRow(group);
    this.sheet.cellsOf(target).forEach(c => {
      const value = row[c.element.closest('[data-column]').dataset.column];
      if (value !== undefined) batch.set(c, value);
    });
    return null;
  }

  list(period, changes) {
    const boxes = changes.map(() => h('input', { type: 'checkbox', checked: true }));
    const close = () => { this.panel.remove(); this.button.focus(); };
    this.panel = h('section', { class: 'zb-last', tabindex: '-1', 'aria-label': this.t('last.title', period, changes.length) },
      h('h3', {}, this.t('last.title', period, changes.length)),
      h('ul', {}, changes.map((c, i) => h('li', {}, h('label', {}, boxes[i], ' ', h('span', {},
        h('b', {}, c.name), ' ', c.before ? h('del', {}, c.before) : null, c.before ? ' → ' : null, h('span', {}, c.after)))))),
      h('div', { class: 'zb-buttons' },
        h('button', { type: 'button', class: 'zb-button zb-button--primary', 'data-last-apply': true, onclick: () => {
          this.apply(changes.filter((c, i) => boxes[i].checked));
          close();
        } }, this.t('last.apply')),
        h('button', { type: 'button', class: 'zb-button', onclick: close }, this.t('last.cancel'))));
    this.button.closest('.zb-section-head').after(this.panel);
    jumpTo(this.panel);
  }

  apply(changes) {
    const batch = new Batch(this.sheet);
    const refused = changes.filter(c => c.apply(batch)).length;
    this.sheet.onChange(null);
    this.report({ text: this.t('last.done', changes.length - refused), undo: () => { batch.undo(); this.report({ undone: true }); } });
  }
}

/** A value as the cell shows it to a person. */
function shown(cell, value) {
  if (cell.type === 'CODE') return Array.from(cell.input.options).find(o => o.value === value && value)?.textContent ?? value;
  if (cell.type === 'CODES') {
    return value.split(',').map(v => cell.input.querySelector('input[value="' + CSS.escape(v) + '"]')?.parentElement.textContent.trim() ?? v).join('、');
  }
  return cell.type === 'NUMBER' ? grouped(value) : value;
}
