// The page on which a process is read or edited.

import './workshop/styles.js';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import lintModule from 'bpmn-js-bpmnlint';
import {
  BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import CamundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { h } from './dom.js';
import { reader } from './messages.js';
import { insertStep } from './workshop/insert.js';
import { linting } from './workshop/lint.js';
import { onlyAllowed } from './workshop/allowed.js';
import { attachPage } from './workshop/page.js';
import { inLanguage } from './workshop/words.js';

const root = document.querySelector('[data-zb-workshop]');
const t = reader(root);
const container = root.querySelector('[data-canvas]');
const editable = root.dataset.editable === 'true';
const words = inLanguage(root.dataset.lang);
const common = { container, moddleExtensions: { camunda } };
const modeler = editable ? new Modeler({
  ...common,
  propertiesPanel: { parent: root.querySelector('[data-properties]') },
  linting: { bpmnlint: linting(t), active: true },
  additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
    CamundaBehaviors, lintModule, onlyAllowed, words],
}) : new NavigatedViewer({ ...common, additionalModules: [words] });

/** Shows the whole drawing, clear of the tools that lie over the left edge. */
function fit(canvas) {
  canvas.zoom('fit-viewport');
  const tools = container.querySelector('.djs-palette');
  if (!tools) return;
  const { inner, outer } = canvas.viewbox();
  const free = outer.width - tools.offsetLeft - tools.offsetWidth;
  if (free < outer.width / 2) return;
  const width = inner.width * outer.width / free;
  canvas.viewbox({ x: inner.x - (width - inner.width), y: inner.y - inner.height * 0.05, width, height: inner.height * 1.1 });
}

let marked = [];
const editor = {
  async open(xml) {
    await modeler.importXML(xml);
    container.querySelector('[data-loading]')?.remove();
    fit(modeler.get('canvas'));
    choices();
  },
  text: async () => (editable ? (await modeler.saveXML({ format: true })).xml : (await modeler.saveXML()).xml),
  select(id) {
    const element = modeler.get('elementRegistry').get(id);
    if (!element) return false;
    modeler.get('canvas').scrollToElement(element, 120);
    modeler.get('selection').select(element);
    return true;
  },
  mark(ids) {
    const canvas = modeler.get('canvas'), registry = modeler.get('elementRegistry');
    marked.forEach(id => { if (registry.get(id)) canvas.removeMarker(id, 'zb-objection'); });
    marked = ids.filter(id => registry.get(id));
    marked.forEach(id => canvas.addMarker(id, 'zb-objection'));
  },
  onChange: listener => modeler.on('commandStack.changed', listener),
};

const label = element => element.businessObject.name || element.id;

/** What the form for a new step offers: the flows and the user tasks of the diagram. */
function choices() {
  const panel = root.querySelector('[data-insert]');
  if (!panel) return;
  const elements = modeler.get('elementRegistry').filter(e => !e.labelTarget);
  const options = (select, found, text) => {
    const before = select.value;
    select.replaceChildren(h('option', { value: '' }, t('workshop.chooseFlow')),
      ...found.map(e => h('option', { value: e.id }, text(e))));
    select.value = found.some(e => e.id === before) ? before : '';
  };
  options(panel.querySelector('[data-insert-flow]'), elements.filter(e => is(e, 'bpmn:SequenceFlow')
    && !is(e.source, 'bpmn:BoundaryEvent')), e => label(e.source) + ' → ' + label(e.target)
    + (e.businessObject.name ? '（' + e.businessObject.name + '）' : ''));
  options(panel.querySelector('[data-insert-like]'), elements.filter(e => is(e, 'bpmn:UserTask')), label);
}

root.querySelector('[data-insert-do]')?.addEventListener('click', () => {
  const registry = modeler.get('elementRegistry');
  const value = name => root.querySelector('[data-insert-' + name + ']').value.trim();
  const flow = registry.get(value('flow')), like = registry.get(value('like')), name = value('name');
  const verdict = root.querySelector('[data-verdict]');
  if (!flow || !like || !name) { verdict.textContent = t('workshop.incomplete'); return; }
  const task = insertStep(modeler, flow, like, name);
  root.querySelector('[data-insert]').open = false;
  editor.select(task.id);
  verdict.textContent = t('workshop.inserted', name);
});

if (editable) {
  modeler.on('commandStack.changed', choices);
  modeler.on('selection.changed', ({ newSelection: [element] }) => {
    const field = element && root.querySelector(is(element, 'bpmn:SequenceFlow') ? '[data-insert-flow]'
      : is(element, 'bpmn:UserTask') ? '[data-insert-like]' : 'none');
    if (field) field.value = element.id;
  });
}
attachPage(root, editor);
