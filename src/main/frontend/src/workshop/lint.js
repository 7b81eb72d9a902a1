// Rules for bpmnlint: what the gate on the server says too, said while somebody draws. The server's word counts.

import { is, isAny } from 'bpmnlint-utils';

const rule = check => () => ({ check });
const attribute = (node, name) => node.get('camunda:' + name);
const bare = text => /^\s*\$\{([A-Za-z][A-Za-z0-9_]*)\}\s*$/.exec(text ?? '')?.[1];
const scope = node => node.$parent;
const within = node => scope(node)?.flowElements ?? [];
const timerOf = event => (event.eventDefinitions ?? []).find(d => is(d, 'bpmn:TimerEventDefinition'));
const timersAt = task => within(task).filter(e => is(e, 'bpmn:BoundaryEvent') && e.attachedToRef === task && timerOf(e));
const reacts = node => is(node, 'bpmn:SubProcess') && node.triggeredByEvent;

/** The rules, in the language of `t`. */
export function rules(t) {
  return {
    script: rule((node, reporter) => {
      if (is(node, 'bpmn:ScriptTask')) reporter.report(node.id, t('lint.script'));
    }),
    code: rule((node, reporter) => {
      if (is(node, 'bpmn:Task') && (attribute(node, 'class') || attribute(node, 'type'))) reporter.report(node.id, t('lint.class'));
    }),
    process: rule((node, reporter) => {
      if (!is(node, 'bpmn:Process')) return;
      if (!attribute(node, 'historyTimeToLive')) reporter.report(node.id, t('lint.ttl'));
      if (!node.isExecutable) reporter.report(node.id, t('lint.executable'));
      if (!(node.flowElements ?? []).some(e => is(e, 'bpmn:StartEvent'))) reporter.report(node.id, t('lint.start'));
    }),
    deadline: rule((node, reporter) => {
      if (!is(node, 'bpmn:UserTask')) return;
      const due = bare(attribute(node, 'dueDate'));
      if (!due) reporter.report(node.id, t('lint.due'));
      const [timer] = timersAt(node);
      if (!timer || timer.cancelActivity) {
        reporter.report(node.id, t('lint.timer'));
      } else if (due && timerOf(timer).timeCycle?.body?.trim() !== '${deadlineClock.daily(' + due + ')}') {
        reporter.report(timer.id, t('lint.deadline'));
      }
    }),
    condition: rule((node, reporter) => {
      if (!isAny(node, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']) || (node.outgoing ?? []).length < 2) return;
      node.outgoing.filter(flow => flow !== node.default && !flow.conditionExpression)
        .forEach(flow => reporter.report(flow.id, t('lint.condition')));
    }),
    connected: rule((node, reporter) => {
      if (!is(node, 'bpmn:FlowNode') || reacts(node)) return;
      if (!isAny(node, ['bpmn:StartEvent', 'bpmn:BoundaryEvent']) && !(node.incoming ?? []).length) {
        reporter.report(node.id, t('lint.unreachable'));
      }
      if (!is(node, 'bpmn:EndEvent') && !(node.outgoing ?? []).length) reporter.report(node.id, t('lint.noWayOut'));
    }),
  };
}

/** The configuration that the linter takes: nothing is looked up by name anywhere else. */
export function linting(t) {
  const all = rules(t);
  return {
    config: { rules: Object.fromEntries(Object.keys(all).map(name => [name, 'error'])) },
    resolver: {
      resolveRule: (origin, name) => all[name],
      resolveConfig: (origin, name) => { throw new Error('no configuration ' + name); },
    },
  };
}
