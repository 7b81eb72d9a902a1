import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, place } from '../src/audit/place.js';
import { TEXTS } from '../src/audit/texts.js';

/** What a text is: its keys, the arguments of its functions, the length of its lists. */
const shape = value => (typeof value === 'function' ? `takes ${value.length}` : Array.isArray(value) ? `list of ${value.length}`
  : typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, shape(text)])) : 'text');

test('the audit pages say the same things in both languages', () => {
  assert.deepEqual(shape(TEXTS.en), shape(TEXTS['zh-CN']));
});

test('no apostrophe of a typewriter', () => {
  assert.ok(!JSON.stringify(TEXTS).includes("'"));
});

test('an address keeps what was asked for and leaves out what was not', () => {
  const written = address('/audit', { period: '2026Q3', text: '纸业 & 化工', area: '' });
  assert.ok(!written.includes('area'));
  const { path, asked } = place(written);
  assert.equal(path, '/audit');
  assert.equal(asked.get('period'), '2026Q3');
  assert.equal(asked.get('text'), '纸业 & 化工');
});
