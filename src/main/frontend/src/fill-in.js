// The form of 企业填报 and 限期整改.

import { Aids } from './aids.js';
import { bindAnswer } from './answer.js';
import { failure, filingApi, passing } from './api.js';
import { Attachments } from './attachments.js';
import { bindJumps, fill, fitPane, h, jumpTo } from './dom.js';
import { createDraft } from './draft.js';
import { onDraftElsewhere } from './elsewhere.js';
import { Findings } from './findings.js';
import { Keeping } from './keeping.js';
import { Live, liveMark } from './live.js';
import { claim } from './local.js';
import { clockTime, reader } from './messages.js';
import { Offline } from './offline.js';
import { Points } from './points.js';
import { Sheet } from './sheet.js';
import { Signing } from './sign.js';
import { holdBack, rootOf } from './tasklist.js';
import { Versions } from './versions.js';

/** Brings the form to life; `camForm` is Tasklist's form, null on a page of the portal. */
export function attach(camForm = null) {
  holdBack(camForm);
  const root = rootOf(camForm, 'fill-in');
  if (!root || root.dataset.attached) return;
  root.dataset.attached = 'true';
  new FillIn(root).start();
}

class FillIn {
  constructor(root) {
    this.root = root;
    this.t = reader(root);
    this.filing = root.dataset.filing;
    this.api = filingApi(this.filing, root.dataset.csrf);
    const state = JSON.parse(root.dataset.state);
    this.find = selector => root.querySelector(selector);
    this.sheet = new Sheet(root, this.t, cell => this.changed(cell));
    this.sheet.explanations = { ...state.explanations };
    this.attachments = new Attachments(root, this.api, this.t);
    const files = key => this.attachments.box(key);
    bindAnswer(root, this.sheet, this.t, () => this.explained(), files);
    this.points = new Points(root, this.sheet, this.t, () => this.explained(), files);
    this.findings = new Findings(this.find('[data-zb-findings]'), this.sheet, this.t, () => this.explained(), files);
    this.findings.onState = () => this.renderTally();
    this.rendered = { version: state.version, findings: state.findings };
    this.base = this.sheet.document();
    this.attempts = [];
    this.draft = createDraft({
      version: state.version,
      capture: () => this.sheet.document(),
      save: (version, document) => this.save(version, document),
      onState: (next, details) => this.moved(next, details),
    });
    this.keeping = new Keeping(this);
    this.versions = new Versions(this);
    this.signing = new Signing(this);
    this.live = new Live(this);
    this.offline = root.dataset.offline ? new Offline(this) : null;
    this.aids = new Aids(this.sheet, this.api, this.t);
  }

  start() {
    bindJumps(this.root);
    claim(this.root.dataset.user);
    fitPane(this.root);
    this.root.addEventListener('click', e => this.clicked(e));
    window.addEventListener('online', () => { this.draft.retry(); this.live.start(); });
    onDraftElsewhere(this.filing, () => this.versions.savedElsewhere());
    window.addEventListener('pagehide', () => this.keeping.keep());
    window.addEventListener('beforeunload', e => {
      if (this.root.isConnected && this.draft.dirty && !this.keeping.keep()) e.preventDefault();
    });
    this.sheet.cells.forEach(c => c.validate());
    this.renderSave('saved', {});
    this.renderProgress();
    this.attachments.load();
    this.keeping.restore();
    if (this.rendered.findings.length) this.findings.show(this.rendered.findings);
    this.renderTally();
    this.live.confirm(this.rendered.findings);
    this.live.start();
    this.offline?.start();
  }

  // --- saving ----------------------------------------------------------------------------------------------------

  changed(cell) {
    this.draft.touch();
    this.findings.outdate();
    this.points.render();
    this.keeping.keep();
    this.renderProgress();
    this.renderSave(this.draft.state, {});
    this.offline?.render();
    this.live.changed(cell);
  }

  explained() {
    this.draft.touch();
    this.keeping.keep();
  }

  async save(version, document) {
    this.attempts.push(document);
    const answer = await this.api.saveDraft(version, document);
    if (answer.ok) return { kind: 'saved', ...answer.body };
    if (answer.status === 409 && answer.problem.current) return { kind: 'conflict', current: answer.problem.current };
    if (passing(answer.status)) return { kind: 'offline' };
    if (answer.status === 422 || answer.status === 400) {
      return { kind: 'refused', errors: answer.problem.errors ?? [], message: failure(answer, this.t) };
    }
    return { kind: 'denied', status: answer.status, message: failure(answer, this.t) };
  }

  moved(state, details) {
    this.renderSave(state, details);
    if (state === 'saved') this.saved(details.document);
    else if (state === 'conflict') this.versions.met(details.current);
    else if (state === 'refused') return this.refused(details.errors);
    else if (state === 'offline' || state === 'denied') this.keeping.keep();
    this.offline?.render();
    return false;
  }

  saved(document) {
    if (document) this.base = document;
    this.attempts = [];
    this.keeping.keep();
    if (this.findings.checked && this.findings.stale && !this.draft.dirty) this.recheck();
    this.live.saved();
  }

  /** Marks the cells the server does not take; true if the rest can be saved without them. */
  refused(errors) {
    const cells = errors.map(e => [this.sheet.at(e.field ?? ''), e.message]).filter(([cell]) => cell);
    cells.forEach(([cell, message]) => cell.refuse(message));
    return cells.length > 0 && cells.every(([cell]) => cell.problem !== null);
  }

  renderSave(state, details) {
    const box = this.find('[data-zb-save]');
    const unsaved = this.sheet.invalid.length;
    box.dataset.state = unsaved && state === 'saved' ? 'partly' : state;
    if (state === 'saved' && details.savedAt) this.savedAt = details.savedAt;
    const text = {
      saved: () => (this.savedAt ? this.t('save.saved', clockTime(this.savedAt)) : this.t('save.clean')),
      denied: () => details.status === 401 || !details.message ? this.t('save.denied') : details.message,
      refused: () => (unsaved ? this.t('save.clean') : details.message || this.t('save.refused')),
    }[state] ?? (() => this.t('save.' + state));
    fill(this.find('[data-zb-save-text]'),
      document.createTextNode(text() + (unsaved ? this.t('save.unsaved', unsaved) : '')),
      unsaved ? h('button', { type: 'button', class: 'zb-link', onclick: () => jumpTo(this.sheet.invalid[0].input) }, this.t('save.showUnsaved')) : null,
      state === 'denied' && details.status === 401 ? h('a', { class: 'zb-link', href: this.offline ? location.pathname : '/login', target: '_top' }, this.t('save.denied.link')) : null);
  }

  // --- checking --------------------------------------------------------------------------------------------------

  /** Saves, then checks what is saved; true if both were done. */
  async check() {
    if (this.checking) return this.checking;
    this.checking = this.runCheck();
    try {
      return await this.checking;
    } finally {
      this.checking = null;
    }
  }

  async runCheck() {
    this.say(this.t('check.running'));
    if (!await this.draft.flush()) {
      if (this.draft.state === 'offline' && this.live.ready) return this.checkHere();
      this.say(this.t('sign.notSaved'));
      return false;
    }
    const answer = await this.api.check();
    if (!answer.ok) {
      this.say(failure(answer, this.t));
      return false;
    }
    this.findings.show(answer.body.findings);
    this.live.confirm(answer.body.findings);
    this.attachments.render();
    this.renderTally();
    return true;
  }

  /** Without a network: shows all that the rules here have found. */
  checkHere() {
    this.findings.checked = true;
    this.live.look();
    this.findings.render();
    this.say(this.t('live.here', this.findings.blocking, this.findings.unexplained, this.findings.hints));
    return false;
  }

  /** Findings that are on screen follow the figures. */
  async recheck() {
    const answer = await this.api.check();
    if (answer.ok && !this.draft.dirty) {
      this.findings.show(answer.body.findings);
      this.live.confirm(answer.body.findings);
      this.renderTally();
    }
  }

  say(text) { fill(this.find('[data-zb-tally]'), text ? document.createTextNode(text) : null); }

  renderTally() {
    const { findings, t } = this;
    const live = this.live?.ready && (findings.stale || findings.list.some(f => f.live));
    if (!findings.checked && !findings.list.length) { this.say(''); return; }
    if (findings.stale && !live) { this.say(t('check.stale')); return; }
    if (!findings.list.length) { this.say(t(live ? 'live.clean' : 'check.clean')); return; }
    fill(this.find('[data-zb-tally]'),
      h('span', { class: 'zb-tally' + (findings.blocking ? ' zb-tally--blocking' : findings.unexplained ? ' zb-tally--explain' : '') },
        t('check.counts', findings.blocking, findings.unexplained, findings.hints)), live ? [' ', liveMark(t)] : null,
      findings.blocking + findings.unexplained
        ? h('button', { type: 'button', class: 'zb-link', onclick: () => findings.goToNextOpen() }, t('check.next')) : null);
  }

  // --- the rest --------------------------------------------------------------------------------------------------

  async clicked(event) {
    const button = event.target.closest('button');
    if (!button || !this.root.contains(button)) return;
    if (button.matches('[data-check]')) {
      if (await this.check() && !this.findings.panel.hidden) jumpTo(this.findings.panel);
    } else if (button.matches('[data-sign]')) this.signing.open();
    else if (button.matches('[data-next-empty]')) this.nextEmpty();
    else if (button.matches('[data-fill-na]')) this.fillNa(button);
  }

  nextEmpty() {
    const cell = this.sheet.nextBlank();
    if (cell) jumpTo(cell.input);
    else this.say(this.t('empty.none'));
  }

  fillNa(button) {
    const cells = this.sheet.fillNotApplicable(button.closest('[data-section]'));
    if (!cells.length) { this.say(this.t('fillNa.none')); return; }
    this.changed();
    fill(this.find('[data-zb-tally]'), document.createTextNode(this.t('fillNa.done', cells.length)),
      h('button', {
        type: 'button', class: 'zb-link', onclick: () => {
          cells.forEach(c => { c.setNotApplicable(false); c.validate(); });
          this.changed();
          this.renderTally();
        },
      }, this.t('undo')));
  }

  renderProgress() {
    this.aids.refresh();
    for (const [section, [answered, asked]] of Object.entries(this.sheet.progress())) {
      const place = this.find('[data-progress="' + section + '"]');
      if (!place) continue;
      place.textContent = answered === asked ? '✓' : answered + '/' + asked;
      place.classList.toggle('zb-progress--done', answered === asked);
    }
  }
}
