// What an indicator counts, which rules look at it, how it follows from others, and how it went: shown below its row when
// a person asks, loaded when one first does.

import { failure } from './api.js';
import { fill, h } from './dom.js';
import { range, trendPicture } from './trend.js';

export class Help {
  constructor(sheet, api, t) {
    this.sheet = sheet;
    this.api = api;
    this.t = t;
    this.open = new Map();
    sheet.root.addEventListener('click', e => {
      const button = e.target.closest('[data-help]');
      if (button) this.toggle(button);
    });
    sheet.root.addEventListener('focusin', e => this.reach(e.target));
    sheet.root.addEventListener('keydown', e => this.pressed(e));
  }

  /** Only the row at hand has its button in the order of Tab, so that Tab still goes from figure to figure. */
  reach(target) {
    const button = this.buttonOf(target);
    if (!button || button === this.reachable) return;
    if (this.reachable) this.reachable.tabIndex = -1;
    button.tabIndex = 0;
    this.reachable = button;
  }

  buttonOf(target) {
    return target.closest('.zb-row, .zb-group')?.querySelector('[data-help]') ?? null;
  }

  pressed(event) {
    if (event.key !== 'F1' && event.key !== 'Escape') return;
    const open = this.openAt(event.target);
    if (open) this.close(open);
    else if (event.key === 'Escape' || !this.ask(event.target)) return;
    event.preventDefault();
  }

  /** What is explained where the focus is. */
  openAt(target) {
    const anchors = [target.closest('[data-help]'), target.closest('[data-cell]'), target.closest('.zb-row')?.querySelector('[data-help]')];
    return anchors.find(a => this.open.has(a)) ?? Array.from(this.open.keys()).find(a => this.open.get(a).panel.contains(target));
  }

  /** Explains the cell that has the focus; false if it is none. */
  ask(field) {
    const cell = this.sheet.of(field);
    const row = field.closest('[data-row]');
    if (cell && row) this.toggleColumn(cell, row, field);
    else if (cell) this.toggle(this.buttonOf(field), field);
    return Boolean(cell);
  }

  /** @param from where the focus was when a key asked; the panel then takes it, and gives it back */
  toggle(button, from = null) {
    if (this.open.has(button)) { this.close(button); return; }
    const row = button.closest('.zb-row');
    this.show(button, button.dataset.help, 'zb-help-' + button.dataset.help, button.getAttribute('aria-label'), from, panel => {
      if (!row) { button.closest('h3').after(panel); return panel; }
      const holder = h('tr', { class: 'zb-help-row' }, h('td', { colspan: row.children.length }, panel));
      let last = row;
      while (last.nextElementSibling?.matches('.zb-note-row')) last = last.nextElementSibling;
      last.after(holder);
      return holder;
    });
    button.setAttribute('aria-expanded', 'true');
    button.setAttribute('aria-controls', this.open.get(button).panel.id);
  }

  /** About one column, below the row at hand. */
  toggleColumn(cell, row, from) {
    const code = row.closest('[data-group]').dataset.group + '.' + cell.element.closest('[data-column]').dataset.column;
    this.show(cell.element, code, cell.input.id + '-help', this.sheet.nameOf(cell), from, panel => {
      row.querySelector('[data-row-notes]').before(panel);
      return panel;
    });
  }

  async show(anchor, code, id, label, from, place) {
    const body = h('div', { class: 'zb-help-body' }, h('p', { role: 'status' }, this.t('help.loading')));
    const panel = h('div', { class: 'zb-help-panel', id, role: 'region', tabindex: '-1', 'data-help-panel': true, 'aria-label': label }, body,
      h('button', { type: 'button', class: 'zb-link zb-help-close', onclick: () => this.close(anchor) }, this.t('help.close')));
    this.open.set(anchor, { panel, holder: place(panel), from });
    if (from) panel.focus();
    const [help, trends] = await this.load();
    if (this.open.get(anchor)?.panel !== panel) return;
    if (!help.ok) fill(body, h('p', {}, help.status ? failure(help, this.t) : this.t('review.offline')));
    else fill(body, this.content(code, help.body, trends.ok ? trends.body : null));
  }

  close(anchor) {
    const { panel, holder, from } = this.open.get(anchor);
    const within = panel.contains(document.activeElement);
    holder.remove();
    this.open.delete(anchor);
    if (anchor.matches('[data-help]')) {
      anchor.setAttribute('aria-expanded', 'false');
      anchor.removeAttribute('aria-controls');
    }
    if (within) (from ?? anchor).focus();
  }

  /** Loads once; tries again the next time if there was no connection. */
  load() {
    this.loading ??= Promise.all([this.api.help(), this.api.trends()]).then(answers => {
      if (!answers[0].ok) this.loading = null;
      return answers;
    });
    return this.loading;
  }

  content(code, help, trends) {
    if (code.includes('.')) return this.about(help[code], '', null);
    const cell = this.sheet.at(code);
    if (cell) return this.about(help[code], cell.element.dataset.unit ?? '', this.trend(code, cell, trends));
    const prefix = code + '.';
    return h('dl', { class: 'zb-help-columns' }, Object.keys(help).filter(k => k.startsWith(prefix)).map(k => h('div', {},
      h('dt', {}, this.columnName(code, k.slice(prefix.length))), h('dd', {}, this.about(help[k], '', null)))));
  }

  columnName(group, column) {
    const template = this.sheet.group(group).querySelector('template[data-row-template]');
    return template.content.querySelector('[data-column="' + CSS.escape(column) + '"] label span')?.textContent ?? column;
  }

  about(help, unit, trend) {
    const { t } = this;
    return [
      help.text ? h('p', {}, help.text) : null,
      unit || help.formula ? h('p', { class: 'zb-help-facts' },
        unit ? h('span', {}, t('help.unit', unit)) : null, help.formula ? h('span', {}, t('help.formula', help.formula)) : null) : null,
      trend,
      help.rules.length ? h('details', {}, h('summary', {}, t('help.rules', help.rules.length)),
        h('ul', { class: 'zb-help-rules' }, help.rules.map(r => h('li', {},
          h('span', { class: 'zb-tag zb-tag--' + r.severity }, t('severity.' + r.severity)), ' ', r.text, ' ',
          h('small', { class: 'zb-rule' }, r.rule))))) : null,
    ];
  }

  trend(code, cell, trends) {
    const values = trends?.figures[code];
    if (!values) return null;
    return h('figure', { class: 'zb-trend-figure' },
      h('figcaption', {}, this.t('trend.title') + range(values, this.t)),
      trendPicture(trends.periods, values, cell.problem || cell.notApplicable ? '' : cell.value, cell.element.dataset.unit ?? '', this.t),
      h('p', { class: 'zb-trend-ends', 'aria-hidden': 'true' }, h('span', {}, trends.periods[0]), h('span', {}, this.t('trend.now'))));
  }
}
