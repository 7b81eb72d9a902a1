import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { wording } from '../src/wording.js';

const fault = wording(readFileSync(new URL('../../resources/filing/boilerplate.txt', import.meta.url), 'utf8'));
const QUESTION = '化学需氧量排放量（B07）由上季度的 60.00 吨变为 85.00 吨，变化 41.7%，请核实或说明原因。';
const kind = text => fault(text, QUESTION)?.[0].replace('explain.fault.', '') ?? null;

test('a cause counts', () => {
  for (const text of ['停产检修15天，产量下降四成', '经核实，6月停产检修15天，产量减少，数据属实', 'New boiler since July, more coal burnt',
    '化学需氧量排放量增加是因为6月污水站检修，见运行记录']) {
    assert.equal(kind(text), null, text);
  }
});

test('what says nothing does not, and it is said why', () => {
  assert.deepEqual(fault('太短'), ['explain.fault.SHORT', 2, 8]);
  assert.equal(kind('。。。。。。。。。。。。。。'), 'SHORT');
  assert.equal(kind('停产停产停产停产停产停产'), 'NOISE');
  assert.equal(kind('12345678901234'), 'NOISE');
  assert.equal(kind('经核实数据准确无误，情况属实'), 'BOILERPLATE');
  assert.equal(kind(QUESTION), 'ECHO');
  assert.equal(kind('化学需氧量排放量由上季度的60.00吨变为85.00吨'), 'ECHO');
});
