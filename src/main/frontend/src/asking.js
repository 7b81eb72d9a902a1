// The points of a return, as the reviewer writes them: one for each marked cell that gets a text of its own, and one for
// each finding asked about again.

import { fill, h, jumpTo } from './dom.js';

const LEAST = 4;
const LONGEST = 1000;

export class Asking {
  /** @param untick called with a cell that is not to be marked any more */
  constructor(root, t, untick) {
    this.root = root;
    this.t = t;
    this.untick = untick;
    this.place = root.querySelector('[data-zb-chips]');
    this.findings = [];
    this.texts = new Map();
    this.shown = '';
  }

  /** Asks about a finding; its element carries rule, cells and fingerprint. */
  about(element) {
    const key = element.dataset.fingerprint;
    if (!this.findings.some(f => f.key === key)) {
      const fields = element.dataset.fields.split(' ').filter(Boolean);
      this.findings.push({ key, field: fields[0], fingerprint: key, label: element.dataset.rule + ' ' + (fields[0] ?? '') });
    }
  }

  /** Shows the cells marked and, if the decision asks point by point, room for a text beside each. */
  render(ticked, asks) {
    const cells = ticked.map(field => ({ key: field, field, label: field }));
    const items = asks ? [...this.findings, ...cells] : cells;
    const now = asks + ' ' + items.map(i => i.key).join(' ');
    if (now === this.shown) return;
    this.shown = now;
    fill(this.place, items.map(item => h('li', { class: asks ? 'zb-ask' : null },
      h('button', { type: 'button', class: 'zb-chip', title: this.t('review.remove'), onclick: () => this.remove(item) }, item.label + ' ×'),
      asks ? this.area(item) : null)));
  }

  area(item) {
    return h('textarea', {
      class: 'zb-input', rows: '2', maxlength: String(LONGEST), 'data-ask-text': item.key, 'aria-label': this.t('ask.text', item.label),
      placeholder: this.t(item.fingerprint ? 'ask.placeholder.finding' : 'ask.placeholder'), value: this.texts.get(item.key) ?? '',
      oninput: e => this.texts.set(item.key, e.target.value),
    });
  }

  remove(item) {
    this.texts.delete(item.key);
    if (item.fingerprint) {
      this.findings = this.findings.filter(f => f !== item);
      this.untick(null);
    } else this.untick(item.field);
  }

  focus(key) { jumpTo(this.place.querySelector('[data-ask-text="' + CSS.escape(key) + '"]')); }

  text(key) { return (this.texts.get(key) ?? '').trim(); }

  /** The first finding that nothing is asked about; undefined if there is none. */
  get unsaid() { return this.findings.find(f => this.text(f.key).length < LEAST)?.key; }

  /** The points as the API takes them; `ticked` are the cells marked. */
  points(ticked) {
    return [...this.findings.map(({ key, field, fingerprint }) => ({ field, fingerprint, text: this.text(key) })),
      ...ticked.filter(field => this.text(field)).map(field => ({ field, text: this.text(field) }))];
  }
}
