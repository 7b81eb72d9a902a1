// Two versions of a process side by side, with what changed marked in both and in a list.

import './workshop/styles.js';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { diff } from 'bpmn-js-differ';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { DmnModdle } from 'dmn-moddle';
import { fill, h } from './dom.js';
import { reader } from './messages.js';
import { decisionChanges } from './workshop/decisions.js';

const root = document.querySelector('[data-zb-compare]');
const t = reader(root);
const text = async address => (await fetch(address, { credentials: 'same-origin' })).text();
const list = (all, choose) => {
  const moved = all.filter(c => c.kind === 'moved'), changes = all.filter(c => c.kind !== 'moved');
  root.querySelector('[data-total]').textContent = all.length ? t('workshop.total', changes.length, moved.length) : t('workshop.same');
  fill(root.querySelector('[data-changes]'), changes.map(c => h('li', {}, h('button', {
    type: 'button', 'data-element': c.id, 'data-kind': c.kind, onclick: () => choose?.(c.id),
  }, h('b', {}, c.name || c.id), h('code', {}, c.id), h('span', { class: 'zb-tag' }, t('workshop.' + c.kind)),
  c.values?.length ? h('dl', {}, c.values.flatMap(v => [h('dt', {}, v.name),
    h('dd', {}, v.now + (v.before === '' ? '' : ' （' + t('workshop.was') + ' ' + v.before + '）'))])) : null))));
};

async function compare() {
  const both = await Promise.all([text(root.dataset.left), text(root.dataset.right)]);
  if (root.dataset.kind === 'PROCESS') await processes(...both);
  else list(decisionChanges(...await Promise.all(both.map(xml => new DmnModdle().fromXML(xml)))));
}

async function processes(left, right) {
  const viewers = {};
  for (const [side, xml] of [['left', left], ['right', right]]) {
    viewers[side] = new NavigatedViewer({
      container: root.querySelector('[data-side=' + side + ']'), moddleExtensions: { camunda },
    });
    await viewers[side].importXML(xml);
    viewers[side].get('canvas').zoom('fit-viewport');
  }
  const found = diff(viewers.left.getDefinitions(), viewers.right.getDefinitions());
  const shown = value => (value === undefined || value === null ? '' : typeof value === 'object'
    ? value.body ?? value.id ?? JSON.stringify(value, (key, inner) => (key.startsWith('$') ? undefined : inner)).slice(0, 200) : String(value));
  const changes = [
    ...Object.entries(found._added).map(([id, e]) => ({ id, name: e.name, kind: 'added' })),
    ...Object.entries(found._removed).map(([id, e]) => ({ id, name: e.name, kind: 'removed' })),
    ...Object.entries(found._changed).map(([id, { model, attrs }]) => ({
      id, name: model.name, kind: 'changed',
      // that package has the two values the wrong way round
      values: Object.entries(attrs).map(([name, a]) => ({ name, before: shown(a.newValue), now: shown(a.oldValue) })),
    })),
    ...Object.entries(found._layoutChanged).filter(([id]) => !(id in found._changed))
      .map(([id, e]) => ({ id, name: e.name, kind: 'moved' })),
  ];
  for (const { id, kind } of changes) {
    for (const viewer of Object.values(viewers)) {
      if (viewer.get('elementRegistry').get(id)) viewer.get('canvas').addMarker(id, 'zb-' + kind);
    }
  }
  list(changes, id => Object.values(viewers).forEach(viewer => {
    const element = viewer.get('elementRegistry').get(id);
    viewer.get('elementRegistry').forEach(e => viewer.get('canvas').removeMarker(e, 'zb-shown'));
    if (!element) return;
    viewer.get('canvas').scrollToElement(element, 120);
    viewer.get('canvas').addMarker(element, 'zb-shown');
  }));
  bind(viewers.left, viewers.right);
}

/** Who moves one picture moves the other. */
function bind(one, other) {
  let moving = false;
  const follow = (from, to) => from.on('canvas.viewbox.changed', ({ viewbox }) => {
    if (moving) return;
    moving = true;
    const { x, y, width, height } = viewbox;
    to.get('canvas').viewbox({ x, y, width, height });
    moving = false;
  });
  follow(one, other);
  follow(other, one);
}

compare().catch(problem => { root.querySelector('[data-total]').textContent = t('workshop.unreadable', problem.message); });
