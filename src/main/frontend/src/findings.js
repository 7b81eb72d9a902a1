// What the check found: a note beside the cell, with room to explain, and a list that leads there.

import { fill, h, jumpTo } from './dom.js';
import { judge, verdict } from './explaining.js';
import { liveMark } from './live.js';
import { MIN_EXPLANATION, normal } from './wording.js';

const ORDER = ['BLOCKING', 'EXPLAIN', 'HINT'];

export class Findings {
  /**
   * @param panel     where the list goes
   * @param sheet     the form
   * @param onExplain called when an explanation changes
   * @param files     key of an explanation => where its files are shown and added
   */
  constructor(panel, sheet, t, onExplain, files = () => null) {
    this.files = files;
    this.panel = panel;
    this.sheet = sheet;
    this.t = t;
    this.onExplain = onExplain;
    this.notes = [];
    this.list = [];
    this.checked = false;
    this.stale = false;
    this.at = -1;
  }

  /** Shows these findings instead of the last ones; `live` ones are the browser's, and no check has been asked for. */
  show(findings, { live = false } = {}) {
    // a person may be writing an explanation while a check comes back
    const focused = document.activeElement?.dataset?.fingerprint;
    const caret = focused && document.activeElement.selectionStart;
    this.notes.forEach(n => n.remove());
    this.notes = [];
    this.verdicts = [];
    this.sheet.cells.forEach(c => c.describe([]));
    this.list = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    if (!live) {
      this.checked = true;
      this.stale = false;
    }
    this.at = -1;
    this.list.forEach((f, i) => {
      f.refusedText = f.refusal ? (this.sheet.explanations[f.fingerprint] ?? '').trim() : null;
      if (f.explanation && !this.sheet.explanations[f.fingerprint]) this.sheet.explanations[f.fingerprint] = f.explanation;
      f.cell = f.fields.map(p => this.sheet.at(p)).find(Boolean) ?? null;
      f.note = this.note(f, i);
      this.place(f);
    });
    this.render();
    const again = focused && this.sheet.root.querySelector('textarea[data-fingerprint="' + CSS.escape(focused) + '"]');
    if (again) { again.focus(); again.setSelectionRange(caret, caret); }
  }

  place(finding) {
    if (!finding.cell) return;
    const row = finding.cell.element.closest('.zb-row');
    const card = finding.cell.element.closest('[data-row]');
    const holder = row ? h('tr', { class: 'zb-note-row' }, h('td', { colspan: row.children.length }, finding.note)) : finding.note;
    if (row) {
      let last = row;
      while (last.nextElementSibling?.matches('.zb-note-row')) last = last.nextElementSibling;
      last.after(holder);
    } else card.querySelector('[data-row-notes]').append(holder);
    this.notes.push(holder);
    const ids = [...(finding.cell.noteIds ?? []), finding.note.id];
    finding.cell.describe(ids);
  }

  note(finding, index) {
    const id = 'zb-note-' + index;
    return h('div', { class: 'zb-note zb-note--' + finding.severity, id, tabindex: '-1' },
      h('p', { class: 'zb-note-message' },
        h('span', { class: 'zb-tag zb-tag--' + finding.severity }, this.t('severity.' + finding.severity)), ' ',
        finding.message, ' ', h('small', { class: 'zb-rule' }, finding.rule), finding.live ? [' ', liveMark(this.t)] : null),
      finding.severity === 'EXPLAIN' ? this.explanation(finding, id) : null);
  }

  explanation(finding, id) {
    const area = h('textarea', {
      class: 'zb-input', rows: '2', maxlength: '1000', id: id + '-text',
      'data-fingerprint': finding.fingerprint,
      value: this.sheet.explanations[finding.fingerprint] ?? '',
    });
    const shown = verdict(area, id + '-count', this.t, () => this.fault(finding));
    this.verdicts.push(shown);
    area.addEventListener('input', () => {
      const text = area.value.trim();
      if (text) this.sheet.explanations[finding.fingerprint] = text;
      else delete this.sheet.explanations[finding.fingerprint];
      this.verdicts.forEach(v => v.update());
      this.renderState();
      this.onExplain();
    });
    shown.update();
    return h('div', { class: 'zb-explain' },
      h('label', { for: id + '-text' }, this.t('explain.label', MIN_EXPLANATION)), area, shown.line, this.files(finding.fingerprint));
  }

  written(finding) { return (this.sheet.explanations[finding.fingerprint] ?? '').trim(); }

  /** What is wrong with the explanation of a finding: message key and arguments; null if it counts. */
  fault(finding) {
    const text = this.written(finding);
    const wrong = judge(text, finding.message);
    if (wrong) return wrong;
    const same = this.list.slice(0, this.list.indexOf(finding)).find(f => f.severity === 'EXPLAIN'
      && f.fields[0] !== finding.fields[0] && normal(this.written(f)) === normal(text));
    if (same) return ['explain.fault.COPY', same.rule, same.fields[0]];
    return text === finding.refusedText ? ['', finding.refusal] : null;
  }

  explained(finding) { return this.fault(finding) === null; }

  open(finding) {
    return finding.severity === 'BLOCKING' || (finding.severity === 'EXPLAIN' && !this.explained(finding));
  }

  get blocking() { return this.list.filter(f => f.severity === 'BLOCKING').length; }

  get unexplained() { return this.list.filter(f => f.severity === 'EXPLAIN' && !this.explained(f)).length; }

  get hints() { return this.list.filter(f => f.severity === 'HINT').length; }

  goTo(finding) {
    const area = finding.note.querySelector('textarea');
    if (finding.severity === 'EXPLAIN' && !this.explained(finding) && area) jumpTo(area);
    else jumpTo(finding.cell ? finding.cell.input : finding.note);
  }

  /** Goes to the next finding that still asks for something; false if none does. */
  goToNextOpen() {
    const open = this.list.filter(f => this.open(f));
    if (!open.length) return false;
    const next = open.find(f => this.list.indexOf(f) > this.at) ?? open[0];
    this.at = this.list.indexOf(next);
    this.goTo(next);
    return true;
  }

  render() {
    this.panel.hidden = this.list.length === 0 || !this.checked;
    this.states = new Map();
    fill(this.panel,
      h('h2', {}, this.t('check.title.count', this.list.length)),
      h('ol', { class: 'zb-finding-list' }, this.list.map(f => {
        const state = h('span', { class: 'zb-finding-state' });
        this.states.set(f, state);
        return h('li', { class: 'zb-finding zb-finding--' + f.severity },
          h('button', { type: 'button', class: 'zb-finding-go', onclick: () => this.goTo(f) },
            h('span', { class: 'zb-tag zb-tag--' + f.severity }, this.t('severity.' + f.severity)),
            h('b', {}, f.cell ? this.sheet.nameOf(f.cell) : f.rule),
            h('span', { class: 'zb-finding-text' }, f.message), state),
          f.cell ? null : f.note);
      })));
    this.renderState();
  }

  renderState() {
    for (const [finding, state] of this.states ?? []) {
      const asks = finding.severity === 'EXPLAIN';
      state.textContent = !asks ? '' : this.t(this.explained(finding) ? 'explain.done' : 'explain.missing');
      state.classList.toggle('zb-finding-state--done', asks && this.explained(finding));
    }
    this.onState?.();
  }

  /** Figures changed: what is shown may no longer hold. */
  outdate() {
    if (!this.checked || this.stale) return;
    this.stale = true;
    this.onState?.();
  }
}
