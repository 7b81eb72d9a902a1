// The check while the clerk types: the server's rules run here, and what they find is shown beside the cells. A finding is
// marked as live until the server has said the same; the server's check decides.

import { h } from './dom.js';

/** So long after a key nothing is computed. */
const PAUSE = 250;
/** So long a figure may still be half typed: nothing new is said about its cell. */
const HALF_TYPED = 1000;
/** So long after a save the server is asked to confirm. */
const CONFIRM = 2000;

export class Live {
  /** @param form the FillIn that this belongs to */
  constructor(form) {
    this.form = form;
    this.rules = null;
    this.found = [];
    this.confirmed = new Set();
    this.server = [];
    this.visited = new Set();
    this.typedAt = 0;
  }

  get ready() { return this.rules !== null; }

  /** Fetches the rules and says what there is to say of the figures on the form. */
  async start() {
    const { root, api } = this.form;
    if (!root.dataset.rules || this.ready) return;
    try {
      const [{ LiveRules }, answer] = await Promise.all([import(root.dataset.rules), api.rules()]);
      if (!answer.ok || this.ready) return;
      this.rules = new LiveRules(answer.body);
    } catch {
      // without them the form works as before: the server checks
      return;
    }
    root.addEventListener('focusout', event => this.left(event.target));
    this.look();
    root.dataset.live = 'ready';
  }

  /** A cell, or something else if none is given, changed. */
  changed(cell) {
    if (!this.ready) return;
    this.typed = cell && cell.element.contains(document.activeElement) ? cell : null;
    this.typedAt = performance.now();
    clearTimeout(this.timer);
    clearTimeout(this.settling);
    this.timer = setTimeout(() => this.look(), cell ? PAUSE : 0);
    if (this.typed) this.settling = setTimeout(() => this.show(), HALF_TYPED);
  }

  left(field) {
    const cell = this.form.sheet.of(field);
    if (!cell) return;
    if (cell.blank) this.visited.add(cell);
    if (this.typed !== cell && !cell.blank) return;
    this.typed = null;
    clearTimeout(this.settling);
    this.timer = setTimeout(() => this.look(), 0);
  }

  look() {
    clearTimeout(this.timer);
    this.found = this.rules.review(this.form.sheet.document());
    this.show();
  }

  show() {
    const { findings, root } = this.form;
    if (!root.isConnected) return;
    const language = root.lang.startsWith('en') ? 'en' : 'zh';
    const list = this.found.filter(f => this.visible(f)).map(f => ({ ...f, message: f[language], live: !this.confirmed.has(f.fingerprint) }));
    const others = this.server.filter(f => this.rules.serverOnly.has(f.rule) && this.visible(f));
    const shown = [...list, ...others];
    const key = f => f.fingerprint + f.severity + Boolean(f.live);
    if (shown.map(key).sort().join() !== findings.list.map(key).sort().join()) {
      findings.show(shown, { live: true });
      // the save may have come first
      if (!this.form.draft.dirty) this.saved();
    }
    this.form.renderTally();
  }

  /**
   * Once the report was checked, everything. Before that a clerk who is still filling in is not told what is still empty,
   * except where a figure given asks for another that was passed over; nor anything new about a figure half typed.
   */
  visible(finding) {
    const { findings, sheet } = this.form;
    const cells = finding.fields.map(path => sheet.at(path)).filter(Boolean);
    if (!cells.length) return findings.checked;
    const before = findings.list.some(f => f.rule === finding.rule && f.target === finding.target);
    const halfTyped = this.typed && performance.now() - this.typedAt < HALF_TYPED - 50;
    if (halfTyped && !before && cells.includes(this.typed)) return false;
    if (findings.checked) return true;
    if (before) return cells.some(c => !c.blank);
    const blank = cells.filter(c => c.blank);
    return blank.length === 0 || (blank.length < cells.length && blank.every(c => this.visited.has(c)));
  }

  /** The server has checked the same document: what it found. */
  confirm(list) {
    this.server = list;
    this.confirmed = new Set(list.map(f => f.fingerprint));
    if (this.ready) this.show();
  }

  /** What is shown is of the saved draft: has the server confirm it, unless a person goes on typing. */
  saved() {
    clearTimeout(this.confirming);
    if (!this.ready || this.form.findings.checked || !this.form.findings.list.some(f => f.live)) return;
    this.confirming = setTimeout(async () => {
      const { draft, root, api } = this.form;
      const { version } = draft;
      if (draft.dirty || !root.isConnected || root.classList.contains('zb-filed')) return;
      const answer = await api.check();
      if (answer.ok && !draft.dirty && draft.version === version) this.confirm(answer.body.findings);
    }, CONFIRM);
  }
}

/** The mark of a finding that only the browser has found so far. */
export const liveMark = t => h('small', { class: 'zb-live', title: t('live.mark.help') }, t('live.mark'));
