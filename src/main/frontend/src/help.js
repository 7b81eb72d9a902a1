// What an indicator counts, which rules look at it, how it follows from others, and how it went: shown below its row when
// a person asks, loaded when one first does.

import { failure } from './api.js';
import { fill, h } from './dom.js';
import { trendPicture } from './trend.js';

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
    if (event.key === 'F1') {
      const button = this.buttonOf(event.target);
      if (!button) return;
      event.preventDefault();
      this.toggle(button, event.target);
    } else if (event.key === 'Escape') {
      const panel = event.target.closest('[data-help-panel]');
      const button = event.target.closest('[data-help][aria-expanded="true"]') ?? (panel && this.buttonOfPanel(panel));
      if (button) { event.preventDefault(); this.close(button); }
    }
  }

  buttonOfPanel(panel) {
    return Array.from(this.open.keys()).find(b => this.open.get(b).panel === panel);
  }

  /** @param from where the focus was when a key asked; the panel then takes it, and gives it back */
  async toggle(button, from = null) {
    if (this.open.has(button)) { this.close(button); return; }
    const id = 'zb-help-' + button.dataset.help;
    const body = h('div', { class: 'zb-help-body' }, h('p', { role: 'status' }, this.t('help.loading')));
    const panel = h('div', { class: 'zb-help-panel', id, role: 'region', tabindex: '-1', 'data-help-panel': true, 'aria-label': button.getAttribute('aria-label') }, body,
      h('button', { type: 'button', class: 'zb-link zb-help-close', onclick: () => this.close(button) }, this.t('help.close')));
    const holder = this.place(button, panel);
    this.open.set(button, { panel, holder, from });
    button.setAttribute('aria-expanded', 'true');
    button.setAttribute('aria-controls', id);
    if (from) panel.focus();
    const [help, trends] = await this.load();
    if (this.open.get(button)?.panel !== panel) return;
    if (!help.ok) fill(body, h('p', {}, failure(help, this.t)));
    else fill(body, this.content(button.dataset.help, help.body, trends.ok ? trends.body : null));
  }

  close(button) {
    const { panel, holder, from } = this.open.get(button);
    const within = panel.contains(document.activeElement);
    holder.remove();
    this.open.delete(button);
    button.setAttribute('aria-expanded', 'false');
    button.removeAttribute('aria-controls');
    if (within) (from ?? button).focus();
  }

  place(button, panel) {
    const row = button.closest('.zb-row');
    if (!row) { button.closest('h3').after(panel); return panel; }
    const holder = h('tr', { class: 'zb-help-row' }, h('td', { colspan: row.children.length }, panel));
    let last = row;
    while (last.nextElementSibling?.matches('.zb-note-row')) last = last.nextElementSibling;
    last.after(holder);
    return holder;
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
    const cell = this.sheet.at(code);
    if (cell) return this.about(help[code], cell.element.dataset.unit ?? '', this.trend(code, cell, trends));
    const prefix = code + '.';
    return h('dl', { class: 'zb-help-columns' }, Object.keys(help).filter(k => k.startsWith(prefix)).map(k => [
      h('dt', {}, this.columnName(code, k.slice(prefix.length))), h('dd', {}, this.about(help[k], '', null))]));
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
      h('figcaption', {}, this.t('trend.title')),
      trendPicture(trends.periods, values, cell.problem || cell.notApplicable ? '' : cell.value, cell.element.dataset.unit ?? '', this.t),
      h('p', { class: 'zb-trend-ends', 'aria-hidden': 'true' }, h('span', {}, trends.periods[0]), h('span', {}, this.t('trend.now'))));
  }
}
