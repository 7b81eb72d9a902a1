import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, merged } from '../src/document.js';

const doc = (values, rows = {}, explanations = {}, signatories = {}) => ({ values, rows, explanations, signatories });

test('documents that say the same do not differ, whatever their order', () => {
  assert.deepEqual(differences(
    doc({ A27: '1', A28: '2' }, { A26: [{ product_name: 'x', product_unit: 't' }] }, {}, { preparer: '' }),
    doc({ A28: '2', A27: '1' }, { A26: [{ product_unit: 't', product_name: 'x' }], E20: [] })), []);
});

test('the side that changed a cell is suggested', () => {
  const base = doc({ A27: '1', A28: '1', A29: '1' });
  const found = differences(doc({ A27: '2', A28: '1', A29: '2' }), doc({ A27: '1', A28: '3', A29: '3' }), base);
  assert.deepEqual(found.map(d => [d.key, d.mine, d.theirs, d.suggested]), [
    ['A27', '2', '1', 'mine'], ['A28', '1', '3', 'theirs'], ['A29', '2', '3', 'mine']]);
});

test('a cell one side cleared is a difference, and can stay cleared', () => {
  const mine = doc({}), theirs = doc({ A27: '5' });
  assert.deepEqual(differences(mine, theirs).map(d => [d.key, d.mine, d.theirs]), [['A27', undefined, '5']]);
  assert.deepEqual(merged(mine, theirs, ['values/A27']).values, {});
  assert.deepEqual(merged(mine, theirs, []).values, { A27: '5' });
});

test('a repeatable group is chosen as a whole', () => {
  const mine = doc({}, { A26: [{ product_name: 'x' }, { product_name: 'y' }] });
  const theirs = doc({}, { A26: [{ product_name: 'z' }] });
  assert.equal(differences(mine, theirs).length, 1);
  assert.deepEqual(merged(mine, theirs, ['rows/A26']).rows, mine.rows);
});

test('merging takes my side only where I chose it, and harms neither document', () => {
  const mine = doc({ A27: '1', A28: '1' }, {}, { f1: 'because' }, { preparer: 'A' });
  const theirs = doc({ A27: '2', A28: '2' }, {}, {}, { preparer: 'B' });
  assert.deepEqual(merged(mine, theirs, ['values/A28', 'explanations/f1']),
    doc({ A27: '2', A28: '1' }, {}, { f1: 'because' }, { preparer: 'B' }));
  assert.deepEqual(theirs.values, { A27: '2', A28: '2' });
});

test('a key may hold slashes of its own', () => {
  const mine = doc({}, {}, { 'return/1': 'checked against the meter' }), theirs = doc({});
  assert.deepEqual(differences(mine, theirs).map(d => [d.kind, d.key]), [['explanations', 'return/1']]);
  assert.deepEqual(merged(mine, theirs, ['explanations/return/1']).explanations, mine.explanations);
});
