import { fill, h } from '../dom.js';
import { read } from './call.js';
import { showDiagram } from './diagram.js';
import { lines, load, tag } from './parts.js';
import { address, place } from './place.js';
import { showRevisions } from './revisions.js';
import { texts } from './texts.js';
import { showTimeline } from './timeline.js';

const TABS = [['timeline', texts.timeline, showTimeline], ['revisions', texts.revisions, showRevisions]];

function head(found) {
  return h('header', { class: 'zb-audit-head' },
    h('h1', {}, found.unitName, ' ', h('small', {}, found.quarter)),
    h('p', {}, tag(found.state, found.running ? 'is-open' : 'is-done'), found.overdue ? tag(texts.overdue, 'is-bad') : '',
      found.late ? tag(texts.late, 'is-bad') : ''),
    lines([[texts.orgCode, found.orgCode], [texts.area, `${found.city} ${found.county}`], [texts.holder, found.holder],
      [texts.due, found.due], [texts.lastSubmitted, found.submitted]]),
    h('p', { class: 'zb-audit-actions' },
      h('a', { class: 'btn btn-primary', href: `/api/v1/audit/cases/${found.id}/evidence.zip`, download: '' }, texts.evidence),
      h('a', { class: 'btn btn-default', href: `/filings/${found.id}` }, texts.openReport)));
}

function tabs(path, chosen) {
  return h('ul', { class: 'nav nav-tabs' }, TABS.map(([name, text]) => h('li', { class: name === chosen ? 'active' : '' },
    h('a', { href: address(path, { tab: name }), 'aria-current': name === chosen ? 'page' : null }, text))));
}

/** One case: its diagram with the path taken, and everything that happened. */
export function showCase(root, shown) {
  const { path, asked } = place();
  const id = path.split('/').pop();
  const body = h('div');
  fill(root, h('p', {}, h('a', { href: '#/audit' }, texts.backToSearch)), body);
  load(body, shown, () => read(`cases/${encodeURIComponent(id)}`), found => {
    const chosen = TABS.some(([name]) => name === asked.get('tab')) ? asked.get('tab') : TABS[0][0];
    const diagram = h('section', { 'aria-label': texts.diagram });
    const content = h('section', { 'aria-label': TABS.find(([name]) => name === chosen)[1] });
    fill(body, head(found.filing), diagram, tabs(path, chosen), content);
    showDiagram(diagram, shown, found);
    TABS.find(([name]) => name === chosen)[2](content, shown, found, { path, asked });
  });
}
