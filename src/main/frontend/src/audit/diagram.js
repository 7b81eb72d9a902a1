import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import { fill, h } from '../dom.js';
import { readText } from './call.js';
import { load, table } from './parts.js';
import { texts } from './texts.js';

/** How often and how long, as a note below an element. */
function note(visit, text) {
  return h('div', { class: `zb-audit-visit${visit.open ? ' is-open' : ''}`, title: `${visit.first} – ${visit.last || texts.now}` },
    text);
}

function mark(viewer, visits) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.94, 'auto');
  // notes stay readable where there is room for them
  const scale = canvas.getContainer().clientWidth > 700 ? { min: 0.85 } : true;
  for (const visit of visits) {
    const element = registry.get(visit.element);
    if (!element) continue;
    canvas.addMarker(visit.element, visit.open ? 'zb-open' : 'zb-visited');
    // gateways and events take no time: only how often is worth a note
    const waits = element.width > 50;
    overlays.add(visit.element, { scale, position: waits ? { top: -18, left: 0 } : { bottom: -2, right: 8 },
      html: note(visit, waits ? texts.visit(visit.times, visit.lasted) : `×${visit.times}`) });
  }
}

function drawn(root, shown, id, run) {
  const canvas = h('div', { class: 'zb-audit-canvas', role: 'img', 'aria-label': texts.diagramOf(run.version) });
  const list = table(texts.path, texts.pathColumns, run.visits.map(v => [v.name || v.element, String(v.times), v.first,
    v.open ? texts.now : v.last, v.lasted]));
  fill(root, h('p', {}, texts.runSays(run.version, run.started, run.ended, run.ending)), canvas,
    h('details', {}, h('summary', {}, texts.pathOf(run.visits.length)), list));
  const viewer = new NavigatedViewer({ container: canvas });
  const waiting = h('div');
  canvas.before(waiting);
  load(waiting, shown, async () => viewer.importXML(await readText(`cases/${id}/runs/${encodeURIComponent(run.id)}/diagram`)),
    () => {
      waiting.remove();
      mark(viewer, run.visits);
    });
}

/** The diagram that the case went by, with the path taken; a report that was opened again has one for each run. */
export function showDiagram(root, shown, found) {
  const { runs, filing } = found;
  if (!runs.length) {
    fill(root, h('p', {}, texts.noRun));
    return;
  }
  const body = h('div');
  const show = index => drawn(body, shown, filing.id, runs[index]);
  const choice = runs.length > 1 ? h('label', { class: 'zb-audit-field' }, h('span', {}, texts.run),
    h('select', { class: 'form-control', onchange: event => show(Number(event.target.value)) },
      runs.map((run, index) => h('option', { value: String(index), selected: index === runs.length - 1 },
        texts.runName(index + 1, run.started))))) : '';
  fill(root, choice, body);
  show(runs.length - 1);
}
