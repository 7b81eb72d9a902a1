// The page on which a review rule is written: checked and tried while it is, and nothing is stored until it is saved.

import { fill, h, jumpTo } from './dom.js';

const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, n) => (n in values ? String(values[n]) : whole));
const counted = n => n.toLocaleString('en-US');

export function attach() {
  const form = document.querySelector('[data-zb-rule]');
  if (!form) return;
  attachFreshRows(form);
  attachEntries(form);
  const problems = problemsOf(form);
  form.querySelector('[data-zb-check]').addEventListener('click', async event => {
    event.target.disabled = true;
    const answer = await ask(form.dataset.check, new FormData(form));
    event.target.disabled = false;
    if (!answer.ok) { problems.say('bad', failure(form, answer)); return; }
    problems.show(answer.body.problems);
    preview(form, answer.body);
  });
  attachDryRun(form, problems);
}

/** Never rejects; status 0 means no connection, or that the session is over. */
async function ask(address, data, signal) {
  try {
    const response = await fetch(address, {
      method: 'POST', credentials: 'same-origin', redirect: 'manual', signal,
      headers: { Accept: 'application/json, application/problem+json', 'X-Requested-With': 'XMLHttpRequest' },
      body: new URLSearchParams(data),
    });
    const body = await response.json();
    return { ok: response.ok, status: response.status, body };
  } catch (problem) {
    return { ok: false, status: 0, body: {}, cancelled: problem.name === 'AbortError' };
  }
}

const failure = (form, answer) => answer.body.detail || form.dataset.failed;

/** What is wrong stands at its field, and all of it in a list above the form that leads there. */
function problemsOf(form) {
  const summary = document.querySelector('[data-zb-summary]');
  const place = field => form.querySelector('[data-problem="' + CSS.escape(shown(form, field)) + '"]')
    ?? form.querySelector('[data-problem="' + CSS.escape(field.split('.')[0]) + '"]');
  const clear = () => {
    form.querySelectorAll('[data-problem]').forEach(element => element.replaceChildren());
    form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
    document.querySelectorAll('.zb-main > article > .zb-alert--bad').forEach(element => element.remove());
  };
  const say = (kind, text, list) => {
    fill(summary, h('div', { class: 'zb-alert zb-alert--' + kind }, h('p', {}, text), list));
    jumpTo(summary);
  };
  return {
    say,
    show(found) {
      clear();
      found.forEach(problem => {
        const at = place(problem.field);
        at?.append(h('div', { class: 'zb-problem' }, h('p', {}, problem.message),
          problem.line === null ? null : h('code', {}, problem.before, h('mark', {}, problem.mark || '␣'), problem.after)));
        if (at?.id) form.querySelector('[aria-describedby="' + CSS.escape(at.id) + '"]')?.setAttribute('aria-invalid', 'true');
      });
      if (!found.length) { say('good', form.dataset.good); return; }
      say('bad', filled(form.dataset.bad, found.length), h('ul', {}, found.map(problem => {
        const go = h('button', { type: 'button', class: 'zb-link', onclick: () => point(form, place(problem.field), problem) });
        go.textContent = problem.message;
        return h('li', {}, go);
      })));
    },
  };
}

/** The server counts the levels that are filled in; the page has three, filled in or not. */
function shown(form, field) {
  if (!field.startsWith('levels.')) return field;
  const severities = Array.from(form.elements.severity);
  const used = Array.from(form.elements.holds).map((holds, i) => i)
    .filter(i => severities[i].value || form.elements.holds[i].value.trim());
  return 'levels.' + (used[Number(field.slice(7))] ?? 0);
}

/** Leads to the input, and selects what is wrong in it. */
function point(form, at, problem) {
  const input = at && form.querySelector('[aria-describedby="' + CSS.escape(at.id) + '"]');
  if (!input) { jumpTo(at); return; }
  jumpTo(input);
  if (problem.line === null || !input.setSelectionRange) return;
  const lead = input.value.length - input.value.trimStart().length;
  const lines = input.value.trim().split('\n');
  const start = lead + lines.slice(0, problem.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + problem.column - 1;
  input.setSelectionRange(start, start + problem.mark.length);
}

function preview(form, { problems, preview: shown }) {
  const box = form.querySelector('[data-zb-preview]');
  box.hidden = problems.length > 0;
  if (problems.length) return;
  if (!shown) { fill(box, h('p', { class: 'zb-help' }, form.dataset.nowhere)); return; }
  const head = filled(shown.trips ? form.dataset.trips : form.dataset.looks, shown.unitName, shown.period);
  fill(box, h('p', { class: 'zb-help' }, h('a', { href: form.dataset.filing + shown.filingId, target: '_blank' }, head)),
    h('p', { class: 'zb-note zb-note--' + shown.severity, lang: 'zh-CN' }, shown.zh),
    h('p', { class: 'zb-note zb-note--' + shown.severity, lang: 'en' }, shown.en));
}

/** The last row for something new is never used up. */
function attachFreshRows(form) {
  form.addEventListener('input', event => {
    const row = event.target.closest('[data-zb-fresh]');
    if (!row) return;
    const next = row.cloneNode(true);
    next.querySelectorAll('input, textarea').forEach(input => { input.value = ''; });
    row.removeAttribute('data-zb-fresh');
    row.after(next);
  });
}

/** The table of entries has the columns that the names say. */
function attachEntries(form) {
  const box = form.querySelector('[data-zb-entries]');
  form.elements.names.addEventListener('change', event => {
    const names = event.target.value.split(/[\s,，、;；]+/).filter(Boolean);
    box.hidden = !names.length;
    form.elements.columns.value = names.length;
    fill(box.querySelector('thead tr'), names.map(name => h('th', { scope: 'col' }, h('code', {}, '$' + name))), h('th', { scope: 'col' }));
    box.querySelectorAll('tbody tr').forEach(row => {
      const values = Array.from(row.querySelectorAll('input')).map(input => input.value);
      fill(row, names.map((name, i) => h('td', {}, h('input', { class: 'zb-input' + (i ? ' zb-input--number' : ' zb-mono'), name: 'cell',
        maxlength: 40, value: values[i] ?? '', 'aria-label': filled(box.dataset.cell, name) }))), h('td'));
    });
  });
}

function attachDryRun(form, problems) {
  const box = form.querySelector('[data-zb-try]');
  const start = box.querySelector('[data-zb-start]');
  if (!start) return;
  const cancel = box.querySelector('[data-zb-cancel]');
  const table = box.querySelector('[data-zb-hits]');
  const bar = box.querySelector('[data-zb-progress]');
  let abort = null;
  const running = on => {
    start.disabled = on;
    cancel.hidden = !on;
    if (on) bar.hidden = false;
  };
  cancel.addEventListener('click', () => abort?.abort());
  start.addEventListener('click', async () => {
    abort = new AbortController();
    const data = new FormData(form);
    const run = { total: 0, checked: 0, would: [0, 0, 0], does: [0, 0, 0], hits: 0 };
    table.hidden = true;
    table.tBodies[0].replaceChildren();
    box.querySelector('[data-zb-count]').textContent = '';
    progress(bar, box, run);
    running(true);
    let after = 0;
    do {
      data.set('after', after);
      const answer = await ask(form.dataset.try, data, abort.signal);
      if (!answer.ok) {
        running(false);
        if (answer.cancelled) box.querySelector('[data-zb-count]').textContent = filled(box.dataset.cancelled, counted(run.checked), counted(run.total));
        else if (answer.body.errors) problems.show(answer.body.errors.map(error => ({ ...error, line: null })));
        else problems.say('bad', failure(form, answer));
        return;
      }
      add(run, answer.body, table, form.dataset.filing);
      progress(bar, box, run);
      after = answer.body.next;
    } while (after !== 0);
    running(false);
    summarize(box, run, table);
  });
}

function add(run, chunk, table, filing) {
  const sum = (before, count) => [before[0] + count.stopped, before[1] + count.questioned, before[2] + count.hinted];
  run.total = chunk.total;
  run.checked += chunk.checked;
  run.would = sum(run.would, chunk.would);
  run.does = sum(run.does, chunk.does);
  const body = table.tBodies[0];
  const label = body.dataset;
  chunk.hits.forEach(hit => {
    run.hits++;
    if (body.rows.length >= 200) return;
    body.append(h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: filing + hit.filingId, target: '_blank' }, hit.unitName), ' ', h('small', {}, hit.orgCode)),
      h('td', { 'data-label': label.would }, tag(hit.severity, hit.severityName)),
      h('td', { 'data-label': label.today }, hit.today ? tag(hit.today, hit.todayName) : '—'),
      h('td', { 'data-label': label.message }, hit.messages.map(text => h('div', {}, text)))));
  });
}

const tag = (severity, name) => h('span', { class: 'zb-tag zb-tag--' + severity }, name);

function progress(bar, box, run) {
  bar.querySelector('progress').max = Math.max(1, run.total);
  bar.querySelector('progress').value = run.checked;
  bar.querySelector('span').textContent = filled(box.dataset.progress, counted(run.checked), counted(run.total));
}

function summarize(box, run, table) {
  const said = run.would[0] + run.would[1] + run.would[2];
  box.querySelector('[data-zb-count]').textContent = run.checked === 0 ? box.dataset.empty
    : filled(box.dataset.summary, ...run.would.map(counted), counted(run.checked), ...run.does.map(counted));
  table.hidden = table.tBodies[0].rows.length === 0;
  table.caption.textContent = said > table.tBodies[0].rows.length
    ? filled(box.dataset.most, counted(table.tBodies[0].rows.length)) : filled(box.dataset.hits, counted(said));
}
