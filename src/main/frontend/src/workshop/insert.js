// Puts a further review step on a flow: a copy of a user task with everything that belongs to it.

import { is } from 'bpmn-js/lib/util/ModelUtil';

const GAP = 90;
const defines = (element, type) => (element.businessObject.eventDefinitions ?? []).some(d => is(d, type));
const flowsFrom = element => element.outgoing.filter(c => is(c, 'bpmn:SequenceFlow'));

/** What belongs to a user task: the ends its timers lead to, and the gateway that only it leads to. */
function belongings(task) {
  const ends = task.attachers.filter(a => defines(a, 'bpmn:TimerEventDefinition')).flatMap(a => flowsFrom(a).map(f => f.target))
    .filter(e => is(e, 'bpmn:EndEvent'));
  const [onward] = flowsFrom(task);
  const gateway = onward && is(onward.target, 'bpmn:ExclusiveGateway') && onward.target.incoming.length === 1 ? onward.target : null;
  return { ends, gateway };
}

/** The bounds around these elements. */
function around(elements) {
  const left = Math.min(...elements.map(e => e.x)), top = Math.min(...elements.map(e => e.y));
  return {
    x: left, y: top, width: Math.max(...elements.map(e => e.x + e.width)) - left,
    height: Math.max(...elements.map(e => e.y + e.height)) - top,
  };
}

/** What may have to give way: everything beside the flow, without what stands apart and waits for an event. */
function beside(scope) {
  return scope.children.filter(e => !e.businessObject.triggeredByEvent)
    .flatMap(e => (is(e, 'bpmn:SubProcess') ? [e, ...beside(e)] : [e]));
}

/** Moves everything from the flow's target rightwards, so that there is room; gives where the room begins. */
function makeRoom(modeler, flow, width) {
  const end = flow.source.x + flow.source.width;
  const from = flow.target.x > end ? (end + flow.target.x) / 2 : end + 5;
  const { movingShapes, resizingShapes } = modeler.get('spaceTool').calculateAdjustments(beside(flow.parent), 'x', width, from);
  modeler.get('modeling').createSpace(movingShapes, resizingShapes, { x: width, y: 0 }, 'e', from);
  return from;
}

function connect(modeler, source, target, like) {
  const modeling = modeler.get('modeling');
  const connection = modeling.connect(source, target, { type: 'bpmn:SequenceFlow' });
  const { name, conditionExpression } = like?.businessObject ?? {};
  if (name) modeling.updateProperties(connection, { name });
  if (conditionExpression) {
    modeling.updateProperties(connection, {
      conditionExpression: modeler.get('bpmnFactory').create('bpmn:FormalExpression', { body: conditionExpression.body }),
    });
  }
  return connection;
}

/**
 * Inserts a step.
 *
 * @param flow the sequence flow it is put on
 * @param like the user task it is modelled after: due date, timer, form, people, withdrawal, ways back
 * @param name what people call it
 * @returns the new user task
 */
export function insertStep(modeler, flow, like, name) {
  const modeling = modeler.get('modeling');
  const { ends, gateway } = belongings(like);
  const originals = [like, ...like.attachers, ...ends, ...(gateway ? [gateway] : [])];
  const box = around(originals);
  // where each stands beside the task: making room may move the originals, not what was copied
  const places = new Map(originals.map(o => [o, { x: o.x - like.x, y: o.y - like.y }]));
  const inBox = { x: like.x - box.x, y: like.y - box.y };
  const target = flow.target;
  const copyPaste = modeler.get('copyPaste');
  copyPaste.copy([like, ...ends, ...(gateway ? [gateway] : [])]);
  const left = makeRoom(modeler, flow, box.width + GAP) + GAP / 2;
  const place = { x: left + inBox.x, y: flow.source.y + (flow.source.height - like.height) / 2 };
  const pasted = copyPaste.paste({
    element: flow.parent, hints: { createElementsBehavior: false },
    point: { x: place.x - inBox.x + box.width / 2, y: place.y - inBox.y + box.height / 2 },
  });
  const all = pasted.filter(e => !e.labelTarget);
  const task = all.find(e => is(e, 'bpmn:UserTask'));
  modeling.moveElements(all.filter(e => !e.host && !e.waypoints), { x: place.x - task.x, y: place.y - task.y });
  const copyOf = original => all.find(e => e.type === original.type
    && Math.abs(e.x - task.x - places.get(original).x) < 5 && Math.abs(e.y - task.y - places.get(original).y) < 5);
  modeling.updateProperties(task, { name, id: task.id.replace(/^Activity_/, 'UserTask_') });
  const last = gateway ? copyOf(gateway) : task;
  modeling.reconnectEnd(flow, task, { x: task.x, y: task.y + task.height / 2 });
  const [forward, ...back] = flowsFrom(gateway ?? like);
  connect(modeler, last, target, gateway ? forward : null);
  if (gateway) back.forEach(way => connect(modeler, last, way.target, way));
  like.attachers.filter(a => !defines(a, 'bpmn:TimerEventDefinition')).forEach(event => {
    const copy = copyOf(event);
    if (copy && !copy.outgoing.length) flowsFrom(event).forEach(way => connect(modeler, copy, way.target, way));
  });
  return task;
}
