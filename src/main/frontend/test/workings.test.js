import { test } from 'node:test';
import assert from 'node:assert/strict';
import { difference, outcome } from '../src/workings.js';

const load = { tree: ['*', 'B03', 'B09'], shift: -6, cells: ['B03', 'B09'] };
const sum = { tree: ['+', 'A28', 'A29'], shift: 0, cells: ['A28', 'A29'] };
const removed = { tree: ['*', 'D03', ['-', 'D08', 'D09']], shift: -2, cells: ['D03', 'D08', 'D09'] };
const rate = { tree: ['/', ['-', 'in', 'out'], 'in'], shift: 2, cells: ['in', 'out'] };
const coal = { tree: ['*', ['*', '1.7', 'A31'], 'A32'], shift: -2, cells: ['A31', 'A32'] };

test('the known figures of a paper mill, a sewage plant and a power plant come out', () => {
  assert.equal(outcome(load, { B03: '1000000.00', B09: '85.000' }, 4), '85');
  assert.equal(outcome(sum, { A28: '1200000', A29: '2000000.00' }, 2), '3200000');
  assert.equal(outcome(removed, { D03: '828', D08: '220', D09: '28' }, 4), '1589.76');
  assert.equal(outcome({ tree: ['*', 'C01', 'C06'], shift: -5, cells: ['C01', 'C06'] }, { C01: '450000', C06: '136' }, 4), '612');
  assert.equal(outcome(coal, { A31: '500000', A32: '0.90' }, 4), '7650');
});

test('a division is rounded once, at the end', () => {
  assert.equal(outcome(rate, { in: '3', out: '1' }, 3), '66.667');
});

test('nothing comes out while a figure is missing, below zero or divided by zero', () => {
  assert.equal(outcome(load, { B03: '1000000', B09: '' }, 4), null);
  assert.equal(outcome(load, { B03: '1000000', B09: 'NA' }, 4), null);
  assert.equal(outcome(removed, { D03: '828', D08: '20', D09: '28' }, 4), null);
  assert.equal(outcome(rate, { in: '0', out: '0' }, 3), null);
});

test('in a sum, what is not applicable counts for nothing, but something has to be there', () => {
  assert.equal(outcome(sum, { A28: '12', A29: 'NA' }, 2), '12');
  assert.equal(outcome(sum, { A28: 'NA', A29: 'NA' }, 2), null);
  assert.equal(outcome(sum, { A28: '12', A29: '' }, 2), null);
});

test('what is filled in may be a little off a product, but not off a sum', () => {
  assert.equal(difference('85.00', '85', false), '');
  assert.equal(difference('85.8', '85', false), '');
  assert.equal(difference('88', '85', false), 'little');
  assert.equal(difference('120', '85', false), 'much');
  assert.equal(difference('100.01', '100', true), 'little');
});
