import { fill, h } from '../dom.js';
import { read } from './call.js';
import { grouped, load, range, table, tag } from './parts.js';
import { shownPage, turns } from './pages.js';
import { address, go, place } from './place.js';
import { texts } from './texts.js';

const PATH = '/audit';
const SIZE = 25;
const ASKED = ['period', 'area', 'text', 'person', 'status', 'course', 'from', 'until'];

const option = (value, text, chosen) => h('option', { value, selected: value === chosen }, text);

function field(label, control) {
  return h('label', { class: 'zb-audit-field' }, h('span', {}, label), control);
}

function select(name, chosen, any, options) {
  return h('select', { name, class: 'form-control' }, option('', any, chosen), options);
}

function input(name, value, type, placeholder) {
  return h('input', { name, value, type, placeholder, class: 'form-control', maxlength: 100 });
}

/** What the form asks for, as an address. */
function asked(form) {
  return Object.fromEntries(ASKED.map(name => [name, form.elements[name].value.trim()]));
}

function filters(choices, now) {
  const get = name => now.get(name) ?? '';
  const form = h('form', { class: 'zb-audit-filters', 'aria-label': texts.search },
    field(texts.period, select('period', get('period'), texts.any, choices.periods.map(p => option(p.code, p.name, get('period'))))),
    field(texts.area, select('area', get('area'), texts.any, choices.cities.map(city => h('optgroup', { label: city.name },
      option(city.code, city.name, get('area')), city.counties.map(c => option(c.code, c.name, get('area'))))))),
    field(texts.unit, input('text', get('text'), 'text', texts.unitHint)),
    field(texts.person, input('person', get('person'), 'text', texts.personHint)),
    field(texts.status, select('status', get('status'), texts.any, choices.statuses.map(s => option(s.code, s.name, get('status'))))),
    field(texts.course, select('course', get('course'), texts.any,
      [option('RUNNING', texts.running, get('course')), option('FINISHED', texts.finished, get('course'))])),
    field(texts.from, input('from', get('from'), 'date')),
    field(texts.until, input('until', get('until'), 'date')),
    h('div', { class: 'zb-audit-actions' },
      h('button', { type: 'submit', class: 'btn btn-primary' }, texts.find),
      h('a', { class: 'btn btn-default', href: `#${PATH}` }, texts.clear)));
  form.addEventListener('submit', event => {
    event.preventDefault();
    // the same question once more: the address does not change, the answer may
    const wanted = address(PATH, asked(form));
    if (wanted === window.location.hash) window.location.reload();
    else window.location.hash = wanted;
  });
  return form;
}

function row(found) {
  return [
    h('a', { href: `#${PATH}/cases/${found.id}` }, found.unitName),
    found.orgCode, found.quarter, `${found.city} ${found.county}`,
    h('span', {}, tag(found.state, found.running ? 'is-open' : 'is-done'), found.overdue ? tag(texts.overdue, 'is-bad') : '',
      found.late ? tag(texts.late, 'is-bad') : ''),
    h('span', { class: 'zb-audit-number' }, grouped(found.revision)), found.submitted, found.holder,
  ];
}

function pager(question, shown, next) {
  const to = turns(new URLSearchParams(question).toString(), shown, next, window.sessionStorage);
  const turn = (page, text) => (page ? h('button', { type: 'button', class: 'btn btn-default',
    onclick: () => go(PATH, { ...question, ...page }) }, text) : '');
  return h('nav', { class: 'zb-audit-pager', 'aria-label': texts.pages }, turn(to.first, texts.firstPage),
    turn(to.previous, texts.previous), turn(to.next, texts.next));
}

/** Search over running and finished cases. */
export function showSearch(root, shown) {
  const now = place().asked;
  const at = shownPage(now);
  const question = Object.fromEntries(ASKED.filter(name => now.get(name)).map(name => [name, now.get(name)]));
  const wanted = new URLSearchParams({ size: SIZE, ...question });
  if (at.after) wanted.set('after', at.after);
  const form = h('div');
  const results = h('section', { 'aria-label': texts.results });
  fill(root, h('h1', {}, texts.search), h('p', { class: 'zb-audit-intro' }, texts.searchIntro, ' ',
    h('a', { href: '#/audit/quarter' }, texts.quarterLink)), form, results);
  load(form, shown, () => read('choices'), choices => fill(form, filters(choices, now)));
  load(results, shown, () => read(`cases?${wanted}`), page => {
    const first = (at.number - 1) * SIZE;
    fill(results, h('p', { class: 'zb-audit-range', role: 'status' }, range(first, page.cases.length, page.total)),
      page.cases.length ? table(texts.results, texts.caseColumns, page.cases.map(row)) : h('p', {}, texts.noCase),
      pager(question, at, page.next));
  });
}
