// Every page of the portal.

import { attach as attachFillIn } from './fill-in.js';
import { failure, verifyReceipt } from './api.js';
import { fill, h } from './dom.js';
import { reader } from './messages.js';
import { announceDraft } from './elsewhere.js';
import { attach as attachReview } from './review.js';
import { attach as attachRuleEdit } from './rule-edit.js';

attachReview();
attachFillIn();
attachRuleEdit();

// the language switch keeps the rest of the address
document.querySelectorAll('[data-lang]').forEach(link => {
  const address = new URL(location.href);
  address.searchParams.set('lang', link.dataset.lang);
  link.href = address.pathname + address.search;
});
// and the address does not keep the switch, so that going back or sharing it switches nothing
if (new URLSearchParams(location.search).has('lang')) {
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
}

// on a phone the menu opens below the header
const toggle = document.querySelector('[data-nav-toggle]');
toggle?.addEventListener('click', () => {
  const open = document.getElementById('zb-nav').classList.toggle('zb-nav--open');
  toggle.setAttribute('aria-expanded', String(open));
});

// one menu at a time, closed by Escape or a click elsewhere
const menus = Array.from(document.querySelectorAll('details.zb-menu'));
const closeMenus = except => menus.filter(menu => menu !== except).forEach(menu => { menu.open = false; });
document.addEventListener('click', event => closeMenus(event.target.closest('details.zb-menu')));
document.addEventListener('keydown', event => {
  const open = menus.find(menu => menu.open);
  if (event.key === 'Escape' && open) { closeMenus(); open.querySelector('summary').focus(); }
});

// a page about something under way shows how far it has come
const again = document.querySelector('[data-zb-again]');
if (again) setTimeout(() => location.reload(), Number(again.dataset.zbAgain) * 1000);
document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => window.print()));

document.querySelectorAll('[data-auto-submit]').forEach(field =>
  field.addEventListener('change', () => field.form.requestSubmit()));

// an empty filter does not clutter the address
document.querySelectorAll('form.zb-filters').forEach(form => form.addEventListener('formdata', event => {
  for (const [name, value] of Array.from(event.formData)) if (value === '') event.formData.delete(name);
}));

// a form that takes its time says so, and is not sent twice
const busy = (form, on) => {
  form.querySelectorAll('button[type="submit"]').forEach(button => { button.disabled = on; });
  form.querySelectorAll('[data-zb-busy-text]').forEach(text => { text.hidden = !on; });
};
document.querySelectorAll('form[data-zb-busy]').forEach(form => {
  form.addEventListener('submit', () => setTimeout(() => busy(form, true)));
  window.addEventListener('pageshow', event => { if (event.persisted) busy(form, false); });
});

// a workbook was taken over: a form of the same report that is open elsewhere shows it
const taken = document.querySelector('[data-zb-taken]');
if (taken) announceDraft(taken.dataset.filing);

const verify = document.querySelector('[data-zb-verify]');
verify?.addEventListener('submit', async event => {
  event.preventDefault();
  const t = reader(verify);
  const receipt = verify.receipt.value.trim();
  const sha256 = verify.sha256.value.replace(/\s/g, '').toLowerCase();
  const problem = (id, text) => {
    const place = verify.querySelector('#' + id + '-problem');
    place.textContent = text;
    place.hidden = !text;
    verify[id].setAttribute('aria-invalid', String(Boolean(text)));
  };
  problem('receipt', receipt ? '' : t('verify.receiptMissing'));
  problem('sha256', /^[0-9a-f]{64}$/.test(sha256) ? '' : t('verify.hashBad'));
  const bad = verify.querySelector('[aria-invalid="true"]');
  if (bad) { bad.focus(); return; }
  const answer = await verifyReceipt(document.body.dataset.csrf, receipt, sha256);
  const verdict = verify.querySelector('[data-zb-verdict]');
  const show = (kind, text) => fill(verdict, h('p', { class: 'zb-alert zb-alert--' + kind }, text));
  if (answer.ok) show(answer.body.verdict === 'GENUINE' ? 'good' : 'bad', answer.body.message);
  else show('bad', t('verify.failed', failure(answer, t)));
});
