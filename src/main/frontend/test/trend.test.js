import { test } from 'node:test';
import assert from 'node:assert/strict';
import { points, range, stretches, words } from '../src/trend.js';

const t = (key, ...args) => ({
  'trend.title': '近八个季度', 'trend.colon': '：', 'trend.and': '；', 'trend.none': '无数据', 'trend.now': '本季度',
}[key] ?? args.join('Q'));

test('the greatest figure is at the top and nothing is at the bottom', () => {
  const [low, high] = points([0, 10], 100, 50, 5);
  assert.deepEqual([low.x, low.y], [5, 45]);
  assert.deepEqual([high.x, high.y], [95, 5]);
});

test('figures that are all nought lie in the middle', () => assert.equal(points([0, 0], 100, 50, 5)[0].y, 25));

test('a quarter without a figure is a gap', () => {
  const all = points([1, null, 3, 4, null], 100, 50, 5);
  assert.equal(all[1], null);
  assert.deepEqual(stretches(all).map(s => s.length), [1, 2]);
  assert.deepEqual(stretches([]), []);
});

test('the picture is told in words, gaps included', () => {
  assert.equal(words(['2025Q4', '2026Q1'], [1200.5, null], '85', '吨', t),
    '近八个季度：2025Q4 1,200.5 吨；2026Q1 无数据；本季度 85 吨');
});

test('the least and the greatest figure are said if they differ', () => {
  assert.equal(range([1200.5, null, 7], t), '7Q1,200.5');
  assert.equal(range([7, null, 7], t), '');
  assert.equal(range([7, null], t), '');
  assert.equal(range([null], t), '');
});
