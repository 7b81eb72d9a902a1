import { test } from 'node:test';
import assert from 'node:assert/strict';
import { coded } from '../src/paste.js';

test('a block with codes is known by its first column, whatever stands above', () => {
  assert.deepEqual(coded([['代码', '本季度'], ['B01', '5'], ['', ''], ['A18C', 'x']]), [['B01', '5'], ['A18C', 'x']]);
});

test('a block is without codes if one line has none, or there is nothing beside them', () => {
  assert.deepEqual(coded([['B01', '5'], ['合计', '5']]), []);
  assert.deepEqual(coded([['B01'], ['B02']]), []);
  assert.deepEqual(coded([['5'], ['6']]), []);
});
