// What makes the form easier to fill in. The form works without any of it.

import { fill, h } from './dom.js';
import { Help } from './help.js';
import { bindKeys } from './keys.js';
import { LastReport } from './last-report.js';
import { Paste } from './paste.js';
import { Workings } from './workings.js';

export class Aids {
  constructor(sheet, api, t) {
    this.t = t;
    this.place = sheet.root.querySelector('[data-zb-aid]');
    const { workings, limits } = JSON.parse(sheet.root.dataset.aids);
    for (const cell of sheet.single) cell.limit = limits[cell.element.dataset.cell] ?? null;
    sheet.cells.forEach(c => c.showChange());
    this.workings = new Workings(sheet, workings, t);
    bindKeys(sheet);
    new Paste(sheet, t, told => this.pasted(told));
    new LastReport(sheet, api, t, told => this.say(told));
    new Help(sheet, api, t);
    this.bindKeyList(sheet.root);
  }

  /** The figures changed. */
  refresh() { this.workings.refresh(); }

  pasted({ filled, refused, undo, undone }) {
    if (undone) { this.say({ undone }); return; }
    this.say({
      text: this.t(refused.length ? 'paste.partly' : 'paste.done', filled, refused.length), undo,
      details: refused.map(r => h('li', {}, r.name ? h('b', {}, r.name) : null, r.name ? ' ' : null, r.text ? h('q', {}, r.text) : null, r.text ? ' ' : null, r.why)),
    });
  }

  /** Says what was done, at the foot of the form where it is seen from anywhere. */
  say({ text, details = [], undo, undone }) {
    const within = this.place.contains(document.activeElement);
    if (!within) this.cameFrom = document.activeElement;
    const close = h('button', { type: 'button', class: 'zb-link', onclick: () => {
      this.place.hidden = true;
      this.cameFrom?.focus();
    } }, this.t('help.close'));
    this.place.hidden = false;
    fill(this.place,
      h('p', {}, undone ? this.t('undone') : text, ' ',
        undo ? h('button', { type: 'button', class: 'zb-link', 'data-undo': true, onclick: undo }, this.t('undo')) : null, close),
      details.length ? h('ul', { class: 'zb-aid-list', tabindex: '0' }, details) : null);
    if (within) close.focus();
  }

  bindKeyList(root) {
    const button = root.querySelector('[data-keys]');
    const list = root.querySelector('#zb-keys');
    const show = on => { list.hidden = !on; button.setAttribute('aria-expanded', String(on)); };
    button.addEventListener('click', () => show(list.hidden));
    root.addEventListener('keydown', e => {
      if (e.key !== 'Escape' || list.hidden || !(list.contains(e.target) || e.target === button)) return;
      show(false);
      button.focus();
    });
  }
}
