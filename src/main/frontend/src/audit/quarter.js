import { fill, h } from '../dom.js';
import { read } from './call.js';
import { grouped, load, table } from './parts.js';
import { texts } from './texts.js';

const rows = list => list.map(row => [row.name, grouped(row.times)]);
const section = (title, content) => h('section', { class: 'zb-audit-card' }, h('h2', {}, title), content);

/** Cities in lines, statuses in columns, the sum of all below. */
function standings(view) {
  const heads = [texts.city, ...view.statuses.map(s => s.name), texts.overdue, texts.total];
  const line = city => [city.name, ...city.filings.map(grouped), grouped(city.overdue), grouped(city.total)];
  const sum = pick => view.cities.reduce((all, city) => all + pick(city), 0);
  const all = { name: texts.all, filings: view.statuses.map((s, i) => sum(c => c.filings[i])), overdue: sum(c => c.overdue),
    total: sum(c => c.total) };
  return table(texts.standings, heads, [...view.cities, ...(view.cities.length > 1 ? [all] : [])].map(line));
}

function draw(view) {
  return h('div', { class: 'zb-audit-quarter' },
    section(texts.standings, standings(view)),
    section(texts.returns, view.returns.length ? [
      table(texts.returns, texts.returnColumns, view.returns.map(r => [r.name, grouped(r.times), grouped(r.filings)])),
      h('h3', {}, texts.reasons(view.reasons.length, grouped(view.differentReasons))),
      table(texts.returns, texts.reasonColumns, rows(view.reasons)),
      h('h3', {}, texts.cells), table(texts.cells, texts.cellColumns, rows(view.cells))] : h('p', {}, texts.noReturns)),
    section(texts.stages, view.stages.length
      ? table(texts.stages, texts.stageColumns, view.stages.map(s => [s.name, grouped(s.tasks), s.median, s.p95]))
      : h('p', {}, texts.noStages)),
    section(texts.lates, view.late.length
      ? table(texts.lates, texts.lateColumns, view.late.map(l => [l.name, grouped(l.times), grouped(l.filings)]))
      : h('p', {}, texts.noLate)));
}

/** The quarter in figures; the reader chooses which. */
export function showQuarter(root, shown) {
  const body = h('div');
  load(root, shown, () => read('choices'), ({ periods }) => {
    if (!periods.length) {
      fill(root, h('h1', {}, texts.quarter), h('p', {}, texts.noPeriod));
      return;
    }
    const show = period => load(body, shown, () => read(`quarters/${period}`), view => fill(body, draw(view)));
    const choice = h('select', { class: 'form-control', onchange: event => show(event.target.value) },
      periods.map(p => h('option', { value: p.code }, p.name)));
    fill(root, h('h1', {}, texts.quarter), h('label', { class: 'zb-audit-field zb-audit-period' },
      h('span', {}, texts.period), choice), body);
    show(periods[0].code);
  });
}
