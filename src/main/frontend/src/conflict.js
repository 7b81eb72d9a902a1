// Two people, or two windows, changed one draft: both sides cell by cell, and the person chooses.

import { fill, h, jumpTo } from './dom.js';
import { dateTime } from './messages.js';

/**
 * Asks what to keep.
 *
 * @param differences of document.js
 * @param onChoice    called with the list of `kind/key` where my side is kept
 */
export function askConflict(place, { differences, savedBy, savedAt, nameOf, t, onChoice }) {
  const radios = [];
  const rows = differences.map((d, i) => {
    const radio = side => {
      const input = h('input', { type: 'radio', name: 'zb-conflict-' + i, value: side, checked: d.suggested === side,
        'aria-label': nameOf(d) + ' ' + t('conflict.' + side) });
      radios.push(input);
      return h('td', { 'data-label': t('conflict.' + side) }, h('label', { class: 'zb-conflict-side' }, input, ' ', text(d, d[side], t)));
    };
    return h('tr', {}, h('th', { scope: 'row' }, nameOf(d)), radio('mine'), radio('theirs'));
  });
  const all = side => radios.forEach(r => { r.checked = r.value === side; });
  const panel = h('section', { class: 'zb-conflict', tabindex: '-1', role: 'alertdialog', 'aria-labelledby': 'zb-conflict-title' },
    h('h2', { id: 'zb-conflict-title' }, t('conflict.title')),
    h('p', {}, t('conflict.help', savedBy || t('conflict.someone'), dateTime(savedAt), differences.length)),
    h('table', { class: 'zb-table' },
      h('thead', {}, h('tr', {}, h('th', {}), h('th', { scope: 'col' }, t('conflict.mine')), h('th', { scope: 'col' }, t('conflict.theirs')))),
      h('tbody', {}, rows)),
    h('p', { class: 'zb-buttons' },
      h('button', { type: 'button', class: 'zb-button', onclick: () => all('mine') }, t('conflict.allMine')),
      h('button', { type: 'button', class: 'zb-button', onclick: () => all('theirs') }, t('conflict.allTheirs')),
      h('button', { type: 'button', class: 'zb-button zb-button--primary', onclick: choose }, t('conflict.apply'))));

  function choose() {
    const mine = differences.filter((d, i) => radios.some(r => r.name === 'zb-conflict-' + i && r.value === 'mine' && r.checked));
    panel.remove();
    onChoice(mine.map(d => d.kind + '/' + d.key));
  }

  fill(place, panel);
  jumpTo(panel);
}

function text(difference, value, t) {
  if (value === undefined || value === '') return t('conflict.blank');
  if (difference.kind === 'rows') {
    return t('conflict.rows', value.length) + ' ' + value.map(r => Object.values(r).join(' ')).join(' / ');
  }
  return value === 'NA' ? t('na') : value;
}
