import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownPage, turns } from '../src/audit/pages.js';
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

/** Like the window's own. */
function memory() {
  const kept = new Map();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

const QUESTION = 'person=province&period=2026Q3';
const ASKED = { person: 'province', period: '2026Q3' };
const cursor = number => `2026Q3.18381${1000 + number}`;

/** Turns pages, one way or the other, and gives the address of each. */
function turned(kept, from, ways) {
  let here = from;
  return ways.map(way => {
    const shown = shownPage(place(here).asked);
    here = address('/audit', { ...ASKED, ...turns(QUESTION, shown, cursor(shown.number), kept)[way] });
    return here;
  });
}

test('the address of a search does not grow, however many pages one turns', () => {
  const forth = turned(memory(), address('/audit', ASKED), Array(99).fill('next'));
  assert.ok(new Set(forth).size === 99);
  assert.ok(forth[98].length <= forth[0].length + 2, forth[98]);
  assert.deepEqual(shownPage(place(forth[98]).asked), { number: 100, after: cursor(99) });
});

test('one goes back page by page, and to the first', () => {
  const kept = memory();
  const first = address('/audit', ASKED);
  const forth = turned(kept, first, ['next', 'next', 'next']);
  assert.deepEqual(turned(kept, forth[2], ['previous', 'previous', 'previous']), [forth[1], forth[0], first]);
  assert.deepEqual(turned(kept, forth[2], ['first']), [first]);
});

test('a page whose forerunner nobody remembers offers the first and the next', () => {
  const to = turns(QUESTION, { number: 7, after: cursor(6) }, null, memory());
  assert.deepEqual(to, { first: {}, previous: null, next: null });
});

test('the first page has none before it; a page without a number is the second at least', () => {
  assert.deepEqual(turns(QUESTION, shownPage(new URLSearchParams(QUESTION)), null, memory()),
    { first: null, previous: null, next: null });
  assert.equal(shownPage(new URLSearchParams({ after: cursor(1), page: 'x' })).number, 2);
});
