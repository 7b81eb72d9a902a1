import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import { DmnModdle } from 'dmn-moddle';
import { decisionChanges } from '../src/workshop/decisions.js';
import { linting } from '../src/workshop/lint.js';
import { translate } from '../src/workshop/words.js';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');
const home = new URL('../../../../processes/', import.meta.url);
const shipped = file => readFileSync(new URL(file, home), 'utf8');

async function hints(xml) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  const found = await new Linter(linting(key => key)).lint(rootElement);
  return Object.values(found).flat().map(({ id, message }) => id + ' ' + message);
}

test('no hint on any process that ships', async () => {
  for (const file of readdirSync(home).filter(f => f.endsWith('.bpmn'))) assert.deepEqual(await hints(shipped(file)), [], file);
});

test('hints say what the gate on the server would say', async () => {
  const filing = shipped('filing.bpmn');
  const cases = [
    [' camunda:dueDate="${dueCityReview}"', '', 'UserTask_CityReview lint.due'],
    ['${deadlineClock.daily(dueCityReview)}', '${deadlineClock.daily(dueFillIn)}', 'Timer_CityReviewDeadline lint.deadline'],
    ['cancelActivity="false" attachedToRef="UserTask_CityReview"', 'attachedToRef="UserTask_CityReview"', 'UserTask_CityReview lint.timer'],
    [' camunda:historyTimeToLive="P3650D"', '', 'filing lint.ttl'],
    ['isExecutable="true"', 'isExecutable="false"', 'filing lint.executable'],
    ['<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${rectifying}</bpmn:conditionExpression>', '', 'Flow_Rectifying lint.condition'],
    ['camunda:delegateExpression="${spreadFigures}"', 'camunda:class="x.Y"', 'ServiceTask_Accept lint.class'],
    ['<bpmn:startEvent id="StartEvent_Opened"', '<bpmn:scriptTask id="Script" /><bpmn:startEvent id="StartEvent_Opened"', 'Script lint.script'],
    ['<bpmn:startEvent id="StartEvent_Opened"', '<bpmn:task id="Alone" /><bpmn:startEvent id="StartEvent_Opened"', 'Alone lint.unreachable'],
  ];
  for (const [part, instead, hint] of cases) {
    assert.ok(filing.includes(part), part);
    assert.ok((await hints(filing.replace(part, instead))).includes(hint), hint);
  }
});

test('two versions of decision tables are compared row by row', async () => {
  const old = shipped('deadlines.dmn');
  const changes = async now => decisionChanges(...await Promise.all([old, now].map(xml => new DmnModdle().fromXML(xml))));
  assert.deepEqual(await changes(old), []);
  const [change, ...others] = await changes(old.replace('<text>12</text>', '<text>14</text>'));
  assert.equal(others.length, 0);
  assert.equal(change.id, 'Rule_RegularCity');
  assert.equal(change.kind, 'changed');
  assert.match(change.values[0].before, /12$/);
  assert.match(change.values[0].now, /14$/);
  const row = /<rule id="Rule_PolicyPilot">[^]*?<\/rule>/;
  assert.deepEqual((await changes(old.replace(row, ''))).map(c => [c.id, c.kind]), [['Rule_PolicyPilot', 'removed']]);
  assert.deepEqual((await changes(old.replace('hitPolicy="UNIQUE"', 'hitPolicy="FIRST"'))).map(c => [c.id, c.kind]),
    [['nominalDeadline', 'changed']]);
});

test('the editors speak Chinese, or English as they are', () => {
  assert.equal(translate('zh', 'Due date'), '到期日');
  assert.equal(translate('zh', 'Activate hand tool'), '启动手动工具');
  assert.equal(translate('en', 'Due date'), 'Due date');
  assert.equal(translate('zh', '{errors} Errors, {warnings} Warnings', { errors: 1, warnings: 0 }), '绘图提示：1 处错误，0 处提醒');
});
