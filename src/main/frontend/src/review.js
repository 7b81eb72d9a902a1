// The form of every review task, and the page of a filing: reading aids, and the decision.

import { failure, filingApi } from './api.js';
import { Asking } from './asking.js';
import { confirmations, unconfirmed } from './confirming.js';
import { bindJumps, fill, fitPane, h, jumpTo } from './dom.js';
import { reader } from './messages.js';
import { holdBack, inTasklist, rootOf, toTaskList } from './tasklist.js';

/** Brings the form to life; `camForm` is Tasklist's form, null on a page of the portal. */
export function attach(camForm = null) {
  holdBack(camForm);
  const root = rootOf(camForm, 'review');
  if (!root || root.dataset.attached) return;
  root.dataset.attached = 'true';
  new Review(root).start();
}

class Review {
  constructor(root) {
    this.root = root;
    this.t = reader(root);
    this.api = filingApi(root.dataset.filing, root.dataset.csrf);
    this.find = selector => root.querySelector(selector);
    this.all = selector => Array.from(root.querySelectorAll(selector));
    this.asking = new Asking(root, this.t, field => {
      this.all('[data-tick]').filter(c => c.value === field).forEach(c => { c.checked = false; });
      this.ticked();
    });
  }

  start() {
    bindJumps(this.root);
    fitPane(this.root);
    this.on('[data-claim]', () => this.simple(this.api.claim()));
    this.on('[data-release]', () => this.simple(this.api.release()));
    this.on('[data-withdraw]', () => this.withdraw());
    this.on('[data-decide]', () => this.decide());
    this.all('[data-show]').forEach(b => b.addEventListener('click', () => this.show(b.dataset.show)));
    this.all('[name="zb-action"]').forEach(r => r.addEventListener('change', () => this.chose()));
    this.all('[data-tick]').forEach(c => c.addEventListener('change', () => this.ticked()));
    this.all('[data-quote]').forEach(b => b.addEventListener('click', () => this.quote(b.closest('[data-fields]'))));
    this.all('[data-ask]').forEach(b => b.addEventListener('click', () => this.ask(b.closest('[data-fingerprint]'))));
    const days = this.find('#zb-limit-days'), date = this.find('#zb-limit-date');
    date?.addEventListener('input', () => { if (date.value) days.value = ''; });
    days?.addEventListener('input', () => { if (days.value) date.value = ''; });
    this.find('#zb-reason')?.addEventListener('input', () => this.problem('#zb-reason-problem', ''));
    // Enter in a field must not complete Tasklist's task
    this.root.addEventListener('keydown', e => { if (e.key === 'Enter' && e.target.matches('input')) e.preventDefault(); });
  }

  on(selector, action) { this.find(selector)?.addEventListener('click', action); }

  // --- reading ---------------------------------------------------------------------------------------------------

  show(what) {
    this.find('[data-zb-report]').classList.toggle('zb-report--notable', what === 'notable');
    this.all('[data-show]').forEach(b => b.setAttribute('aria-pressed', String(b.dataset.show === what)));
  }

  // --- deciding --------------------------------------------------------------------------------------------------

  get choice() { return this.find('[name="zb-action"]:checked'); }

  chose() {
    const { reason, limit, fields, confirms } = this.choice.dataset;
    const confirm = this.find('[data-part="confirm"]');
    if (confirm) confirm.hidden = confirms !== 'true';
    this.find('[data-part="limit"]').hidden = limit !== 'true';
    this.find('[data-part="fields"]').hidden = fields !== 'true';
    this.find('[data-reason-required]').hidden = reason !== 'true';
    this.find('[data-part="reason"]').hidden = false;
    this.find('[data-decide]').hidden = false;
    this.root.classList.toggle('zb-ticking', fields === 'true');
    this.all('[data-quote]').forEach(b => { b.hidden = false; });
    this.problem('#zb-reason-problem', '');
    this.problem('#zb-limit-problem', '');
    this.problem('[data-zb-decision-problem]', '');
    this.ticked();
  }

  get fields() { return this.all('[data-tick]:checked').map(c => c.value); }

  ticked() {
    const ticks = this.all('[data-tick]:checked');
    this.find('[data-zb-ticked]').textContent = ticks.length;
    this.asking.render(this.fields, this.choice?.dataset.points === 'true');
  }

  /** Asks the enterprise again about a finding: the report goes back with it. */
  ask(finding) {
    if (this.choice?.dataset.points !== 'true') {
      this.find('[name="zb-action"][data-points="true"]').checked = true;
      this.chose();
    }
    this.asking.about(finding);
    this.ticked();
    this.asking.focus(finding.dataset.fingerprint);
  }

  /** Puts a finding into the reason and ticks its cells. */
  quote(finding) {
    const area = this.find('#zb-reason');
    const text = finding.querySelector('.zb-note-message').textContent.trim();
    this.problem('#zb-reason-problem', '');
    area.value = (area.value.trim() ? area.value.trim() + '\n' : '') + text;
    const fields = finding.dataset.fields.split(' ');
    this.all('[data-tick]').filter(c => fields.includes(c.value)).forEach(c => { c.checked = true; });
    this.ticked();
    jumpTo(area);
  }

  problem(selector, text) {
    const place = this.find(selector);
    if (!place) return;
    place.textContent = text;
    place.hidden = text === '';
  }

  async decide() {
    const choice = this.choice;
    if (!choice || !this.valid(choice)) return;
    const needsLimit = choice.dataset.limit === 'true';
    const days = this.find('#zb-limit-days').value.trim(), date = this.find('#zb-limit-date').value;
    const button = this.find('[data-decide]');
    button.disabled = true;
    this.problem('[data-zb-decision-problem]', '');
    const answer = await this.api.decide({
      action: choice.value,
      reason: this.find('#zb-reason').value.trim(),
      ...(needsLimit ? (date ? { dueDate: date } : { workingDays: Number(days) }) : {}),
      fields: choice.dataset.fields === 'true' ? this.fields : [],
      ...(choice.dataset.points === 'true' ? { points: this.asking.points(this.fields) } : {}),
      ...(choice.dataset.confirms === 'true' ? { confirmations: confirmations(this.root) } : {}),
      revision: Number(this.root.dataset.revision),
    });
    button.disabled = false;
    if (answer.ok) this.done(choice.dataset.done);
    else this.failed(answer);
  }

  valid(choice) {
    let first = null;
    const reason = this.find('#zb-reason');
    const missing = choice.dataset.reason === 'true' && !reason.value.trim();
    this.problem('#zb-reason-problem', missing ? this.t('review.reasonMissing') : '');
    if (missing) first = reason;
    if (choice.dataset.limit === 'true') {
      const days = this.find('#zb-limit-days'), date = this.find('#zb-limit-date');
      const bad = date.value ? date.value < today() : !/^([1-9]|[12]\d|30)$/.test(days.value.trim());
      this.problem('#zb-limit-problem', bad ? this.t('review.limitBad') : '');
      if (bad) first = days;
    }
    const unsaid = choice.dataset.points === 'true' ? this.asking.unsaid : undefined;
    this.problem('#zb-fields-problem', unsaid ? this.t('ask.missing') : '');
    const open = choice.dataset.confirms === 'true' ? unconfirmed(this.root) : null;
    this.problem('[data-zb-decision-problem]', open ? this.t('confirm.missing', open.count) : '');
    if (first) first.focus();
    else if (unsaid) this.asking.focus(unsaid);
    else if (open) jumpTo(open.first);
    return first === null && !unsaid && !open;
  }

  failed(answer) {
    const places = { reason: '#zb-reason-problem', workingDays: '#zb-limit-problem', dueDate: '#zb-limit-problem', fields: '#zb-fields-problem' };
    const rest = [];
    for (const error of answer.problem.errors ?? []) {
      if (places[error.field]) this.problem(places[error.field], error.message);
      else rest.push(error.message);
    }
    if (!answer.problem.errors?.length || rest.length) {
      this.problem('[data-zb-decision-problem]', answer.status === 0 ? this.t('review.offline')
        : rest.join(' ') || this.t('review.failed', failure(answer, this.t)));
    }
  }

  async withdraw() {
    const reason = this.find('#zb-withdraw-reason');
    const answer = await this.api.withdraw(reason.value.trim());
    if (answer.ok) this.done(this.find('[data-withdraw]').dataset.done);
    else this.problem('#zb-withdraw-problem', answer.status === 0 ? this.t('review.offline') : this.t('review.failed', failure(answer, this.t)));
  }

  /** Claiming and releasing change what the page offers: show it anew. */
  async simple(promise) {
    const answer = await promise;
    if (answer.ok) { location.reload(); return; }
    const panel = this.find('[data-zb-decision]');
    panel.querySelector('[data-zb-claim-problem]')?.remove();
    const text = answer.status === 0 ? this.t('review.offline') : failure(answer, this.t);
    panel.querySelector('h2').after(h('p', { class: 'zb-alert zb-alert--bad', role: 'alert', 'data-zb-claim-problem': true }, text));
  }

  done(text) {
    const panel = this.find('[data-zb-decision]');
    this.root.classList.remove('zb-ticking');
    this.root.classList.add('zb-filed');
    fill(panel,
      h('p', { class: 'zb-receipt-mark', 'aria-hidden': 'true' }, '✓'),
      h('h2', { role: 'status' }, text),
      h('p', { class: 'zb-buttons' },
        inTasklist() ? h('button', { type: 'button', class: 'zb-button zb-button--primary', onclick: toTaskList }, this.t('review.done.list'))
          : h('button', { type: 'button', class: 'zb-button zb-button--primary', onclick: () => history.back() }, this.t('review.done.worklist')),
        h('a', { class: 'zb-button', href: '/filings/' + encodeURIComponent(this.root.dataset.filing), target: '_top' }, this.t('review.done.stay'))));
    jumpTo(panel);
  }
}

/** Today in Beijing, YYYY-MM-DD. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
