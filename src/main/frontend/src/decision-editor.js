// The page on which decision tables are read or edited.

import './workshop/styles.js';
import Modeler from 'dmn-js/lib/Modeler';
import Viewer from 'dmn-js/lib/NavigatedViewer';
import { attachPage } from './workshop/page.js';
import { inLanguage } from './workshop/words.js';

const root = document.querySelector('[data-zb-workshop]');
const container = root.querySelector('[data-canvas]');
const editable = root.dataset.editable === 'true';
const words = { additionalModules: [inLanguage(root.dataset.lang)] };
const tables = new (editable ? Modeler : Viewer)({ container, drd: words, decisionTable: words, literalExpression: words });
const listeners = [];
const watched = new WeakSet();

/** Each view has a history of its own. */
function watch() {
  const viewer = tables.getActiveViewer();
  if (!viewer || watched.has(viewer)) return;
  watched.add(viewer);
  viewer.on?.('elements.changed', () => listeners.forEach(listener => listener()));
}

attachPage(root, {
  async open(xml) {
    await tables.importXML(xml);
    container.querySelector('[data-loading]')?.remove();
    const first = tables.getViews().find(view => view.type === 'decisionTable');
    if (first) await tables.open(first);
    watch();
    tables.on('views.changed', watch);
  },
  text: async () => (await tables.saveXML({ format: true })).xml,
  select(id) {
    const view = tables.getViews().find(v => v.element && (v.element.id === id || holds(v.element, id)));
    if (!view) return false;
    tables.open(view);
    return true;
  },
  mark: () => {},
  onChange: listener => listeners.push(listener),
});

/** Whether something inside a decision has this id. */
function holds(element, id, depth = 0) {
  return depth < 6 && Object.keys(element).filter(key => !key.startsWith('$')).some(key =>
    [element[key]].flat().some(inner => inner && typeof inner === 'object' && inner.$type
      && (inner.id === id || holds(inner, id, depth + 1))));
}
