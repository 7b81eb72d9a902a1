import { fill, h } from '../dom.js';
import { read } from './call.js';
import { lines, load, range } from './parts.js';
import { address, go } from './place.js';
import { texts } from './texts.js';
import { verifyButton } from './verify.js';

const SIZE = 100;

/** What people did and were told; the rest is what the engine noted. */
const PEOPLE = ['DECISION', 'REVISION', 'POINT', 'ATTACHMENT', 'SUSPENSION', 'DUE', 'LATENESS', 'NOTICE'];

/** The kinds that the address asks for: by default what people did. */
export function chosenKinds(asked, all) {
  const named = asked.get('kinds');
  if (named === 'all') return all;
  return (named ? named.split(',') : PEOPLE).filter(kind => all.includes(kind));
}

function chips(path, kinds, chosen) {
  const to = list => go(path, { tab: 'timeline', kinds: list.length === kinds.length ? 'all' : list.join(',') });
  const chip = ({ kind, name, count }) => h('label', { class: 'zb-audit-chip' },
    h('input', { type: 'checkbox', value: kind, checked: chosen.includes(kind), onchange: event => {
      const list = kinds.map(k => k.kind).filter(k => (k === kind ? event.target.checked : chosen.includes(k)));
      to(list.length ? list : [kind]);
    } }), ` ${name} ${count}`);
  return h('fieldset', { class: 'zb-audit-chips' }, h('legend', {}, texts.kinds), kinds.map(chip),
    h('button', { type: 'button', class: 'btn btn-link', onclick: () => to(kinds.map(k => k.kind)) }, texts.everything),
    h('button', { type: 'button', class: 'btn btn-link', onclick: () => to(PEOPLE) }, texts.peopleOnly));
}

function entry(found, entry, path) {
  const revision = entry.kind === 'REVISION' ? h('p', { class: 'zb-audit-actions' },
    verifyButton(found.filing.id, entry.revision),
    h('a', { href: address(path, { tab: 'revisions', revision: entry.revision }) }, texts.seeChanges)) : '';
  const file = entry.attachment ? h('p', {},
    h('a', { href: `/api/v1/filings/${found.filing.id}/attachments/${entry.attachment}` }, texts.openFile)) : '';
  return h('li', { class: `zb-audit-entry kind-${entry.kind}`, value: entry.number },
    h('time', { datetime: entry.at }, entry.time),
    h('div', {}, h('p', {}, h('span', { class: 'zb-audit-kind' }, entry.kindName), ' ', h('strong', {}, entry.title),
      entry.who ? ` ${entry.who}` : ''),
    entry.lines.length ? lines(entry.lines.map(l => [l.label, l.value])) : '', revision, file));
}

function pager(path, asked, page) {
  const to = first => go(path, { tab: 'timeline', kinds: asked.get('kinds') ?? '', first });
  const end = page.first + page.entries.length;
  return h('nav', { class: 'zb-audit-pager', 'aria-label': texts.pages },
    page.first > 0 ? h('button', { type: 'button', class: 'btn btn-default',
      onclick: () => to(Math.max(0, page.first - SIZE)) }, texts.previous) : '',
    end < page.total ? h('button', { type: 'button', class: 'btn btn-default', onclick: () => to(end) }, texts.next) : '');
}

/** Everything that happened, oldest first, of the kinds chosen. */
export function showTimeline(root, shown, found, { path, asked }) {
  const first = Math.max(0, Number.parseInt(asked.get('first') ?? '0', 10) || 0);
  const base = `cases/${found.filing.id}/timeline?first=${first}&size=${SIZE}`;
  const named = asked.get('kinds');
  const wanted = named === 'all' ? '' : `&kind=${(named ? named.split(',') : PEOPLE).map(encodeURIComponent).join('&kind=')}`;
  load(root, shown, () => read(base + wanted), page => {
    const all = page.kinds.reduce((sum, kind) => sum + kind.count, 0);
    fill(root, chips(path, page.kinds, chosenKinds(asked, page.kinds.map(k => k.kind))),
      h('p', { class: 'zb-audit-range', role: 'status' }, range(first, page.entries.length, page.total), ' ', texts.ofAll(all)),
      h('ol', { class: 'zb-audit-timeline' }, page.entries.map(e => entry(found, e, path))), pager(path, asked, page));
  });
}
