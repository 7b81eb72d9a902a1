// Review before signing: the whole report as it will be filed, its findings, its signatories, the declaration, the submission.

import { isAnswer } from './answer.js';
import { failure } from './api.js';
import { fill, h, jumpTo, uuid } from './dom.js';
import { judge } from './explaining.js';
import { forget } from './local.js';
import { grouped } from './numbers.js';
import { showReceipt } from './receipt.js';

export class Signing {
  constructor(form) {
    this.form = form;
    this.t = form.t;
    this.editor = form.find('[data-zb-editor]');
    this.summary = form.find('[data-zb-summary]');
    this.declaration = form.find('[data-zb-declaration]');
    this.button = form.find('[data-submit]');
    this.declaration.addEventListener('change', () => { this.button.disabled = !this.declaration.checked; });
    form.find('[data-back]').addEventListener('click', () => this.close());
    this.button.addEventListener('click', () => this.submit());
  }

  /** Shows the summary if the report can be submitted; else says why not and leads there. */
  async open() {
    const { form, t } = this;
    const invalid = form.sheet.invalid;
    if (invalid.length) return this.refuse(t('sign.invalid', invalid.length), invalid[0].input);
    if (!await form.check()) return;
    const { findings } = form;
    if (findings.blocking) return this.refuse(t('sign.blocking', findings.blocking), findings.panel);
    if (findings.unexplained) return this.refuse(t('sign.unexplained', findings.unexplained), null, () => findings.goToNextOpen());
    const open = form.points.open(this.returnAnswered());
    if (open.length) return this.refuse(t('sign.points', open.length), null, () => form.points.goTo(open[0]));
    const unsigned = form.sheet.signatories.find(i => !i.value.trim());
    if (unsigned) return this.refuse(t('sign.signatories'), unsigned);
    this.dropLapsedExplanations();
    if (!await form.draft.flush()) return this.refuse(t('sign.notSaved'));
    this.render();
  }

  refuse(text, target, lead) {
    this.form.say(text);
    if (lead) lead();
    else if (target) jumpTo(target);
  }

  returnAnswered() {
    const area = this.form.find('[data-zb-answer]');
    return area !== null && !judge(area.value);
  }

  /** An explanation belongs to a finding; those whose finding is gone are not filed. */
  dropLapsedExplanations() {
    const { sheet, findings, draft } = this.form;
    const prints = new Set(findings.list.map(f => f.fingerprint));
    const lapsed = Object.keys(sheet.explanations).filter(p => !prints.has(p) && !isAnswer(p));
    lapsed.forEach(p => { delete sheet.explanations[p]; });
    if (lapsed.length) draft.touch();
  }

  render() {
    this.version = this.form.draft.version;
    fill(this.form.find('[data-zb-summary-body]'), this.sections(), this.points(), this.explanations(), this.signatories());
    this.say('');
    this.declaration.checked = false;
    this.button.disabled = true;
    this.editor.hidden = true;
    this.summary.hidden = false;
    jumpTo(this.summary);
  }

  close() {
    this.summary.hidden = true;
    this.editor.hidden = false;
    jumpTo(this.form.find('[data-sign]'));
  }

  sections() {
    return Array.from(this.editor.querySelectorAll('.zb-section[data-section]'))
      .filter(s => s.dataset.section !== 'signatories')
      .map(section => h('section', { class: 'zb-summary-section' },
        h('h3', {}, section.querySelector('h2').textContent),
        this.table(section), Array.from(section.querySelectorAll('[data-group]'), g => this.group(g))));
  }

  table(section) {
    const { sheet } = this.form;
    const rows = Array.from(section.querySelectorAll('.zb-row'));
    if (!rows.length) return null;
    return h('table', { class: 'zb-table zb-table--summary' }, h('tbody', {}, rows.map(row => {
      const cell = sheet.of(row.querySelector('[data-cell]'));
      return h('tr', {},
        h('td', { class: 'zb-c-code' }, cell.element.dataset.cell),
        h('th', { scope: 'row' }, row.querySelector('label span').textContent),
        h('td', { class: 'zb-num' }, h('b', { class: cell.blank ? 'zb-blank' : '' }, this.shown(cell)), ' ',
          h('small', {}, row.querySelector('.zb-c-unit').textContent)),
        h('td', { class: 'zb-num zb-summary-past' }, row.querySelector('.zb-c-past span').textContent, ' ',
          h('small', {}, row.querySelector('[data-change]').textContent)));
    })));
  }

  group(group) {
    const { sheet } = this.form;
    const rows = sheet.filledRows(group);
    return h('div', {}, h('h4', {}, group.dataset.name),
      rows.length ? h('ol', { class: 'zb-summary-rows' }, rows.map(row => h('li', {},
        sheet.cellsOf(row).filter(c => !c.blank).map(c => h('span', {},
          h('small', {}, row.querySelector('label[for="' + CSS.escape(c.input.id) + '"] span').textContent + ' '), this.shown(c))))))
        : h('p', { class: 'zb-empty' }, this.t('sign.blank')));
  }

  shown(cell) {
    if (cell.blank) return this.t('sign.blank');
    if (cell.notApplicable) return this.t('na');
    if (cell.type === 'CODE') return cell.input.selectedOptions[0].textContent;
    if (cell.type === 'CODES') {
      return Array.from(cell.input.querySelectorAll('input:checked'), i => i.parentElement.textContent.trim()).join('、');
    }
    return cell.type === 'NUMBER' ? grouped(cell.value) : cell.value;
  }

  explanations() {
    const { findings, sheet } = this.form;
    if (!findings.list.length) return null;
    return h('section', { class: 'zb-summary-section' }, h('h3', {}, this.t('sign.findings')),
      findings.list.map(f => h('div', { class: 'zb-note zb-note--' + f.severity },
        h('p', { class: 'zb-note-message' }, h('span', { class: 'zb-tag zb-tag--' + f.severity }, this.t('severity.' + f.severity)), ' ',
          f.cell ? h('b', {}, sheet.nameOf(f.cell) + ' ') : null, f.message),
        sheet.explanations[f.fingerprint] ? h('blockquote', {}, sheet.explanations[f.fingerprint]) : null,
        this.files(f.fingerprint))));
  }

  files(key) {
    const files = this.form.attachments.of(key);
    return files.length ? h('p', { class: 'zb-help' }, this.t('attach.of') + ' ' + files.map(a => a.fileName).join('、')) : null;
  }

  points() {
    const { points, sheet } = this.form;
    if (!points.list.length) return null;
    return h('section', { class: 'zb-summary-section' }, h('h3', {}, this.t('point.title')),
      points.list.map(p => h('div', { class: 'zb-note zb-note--point' }, h('p', { class: 'zb-note-message' }, h('b', {}, p.fields[0] + ' '), p.text),
        sheet.explanations[p.key] ? h('blockquote', {}, sheet.explanations[p.key]) : null,
        points.corrected(p) ? h('p', { class: 'zb-help' }, this.t('point.corrected')) : null, this.files(p.key))));
  }

  signatories() {
    const { sheet } = this.form;
    return h('dl', { class: 'zb-signatories' }, sheet.signatories.map(input => h('div', {},
      h('dt', {}, this.form.find('label[for="' + input.id + '"] span').textContent), h('dd', {}, input.value))));
  }

  say(text) { fill(this.form.find('[data-zb-submit-state]'), text ? document.createTextNode(text) : null); }

  /** The same key for the same draft: pressing again after a lost answer cannot file twice. */
  idempotencyKey() {
    this.keys ??= new Map();
    if (!this.keys.has(this.version)) this.keys.set(this.version, uuid());
    return this.keys.get(this.version);
  }

  async submit() {
    const { form, t } = this;
    if (!this.declaration.checked) { this.say(t('sign.declaration')); return; }
    this.button.disabled = true;
    this.say(t('submit.running'));
    const answer = await form.api.submit(this.version, this.idempotencyKey());
    if (answer.ok) {
      form.draft.stop();
      forget(form.filing);
      this.summary.hidden = true;
      form.root.classList.add('zb-filed');
      showReceipt(form.find('[data-zb-receipt]'), answer.body, form.filing, t);
      return;
    }
    this.button.disabled = false;
    if (answer.status === 422 && answer.problem.findings) {
      this.close();
      form.findings.show(answer.problem.findings);
      form.renderTally();
      jumpTo(form.findings.panel);
      form.say(failure(answer, t));
      return;
    }
    this.say(answer.status === 0 ? t('submit.offline') : t('submit.failed', failure(answer, t)));
  }
}
