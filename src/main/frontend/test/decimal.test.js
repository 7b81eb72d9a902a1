import { test } from 'node:test';
import assert from 'node:assert/strict';
import { absolute, compare, exact, minus, over, plus, rounded, times, timesTenTo } from '../src/decimal.js';

const random = (() => {
  let seed = 20130922;
  return bound => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % bound; };
})();

const figure = () => random(1000000) + '.' + String(random(10000)).padStart(4, '0');

test('decimal text is understood exactly, and anything else is no number', () => {
  assert.deepEqual(exact('0.10'), { n: 10n, d: 100n });
  assert.deepEqual(exact('-5'), { n: -5n, d: 1n });
  for (const none of ['', '.5', '1e3', '1,000', 'NA']) assert.equal(exact(none), null);
});

test('a tenth and two tenths are three tenths', () => {
  assert.equal(rounded(plus(exact('0.1'), exact('0.2')), 20), '0.3');
  assert.equal(rounded(times(exact('1.1'), exact('1.1')), 20), '1.21');
});

test('half is rounded away from zero, and only at the end', () => {
  assert.equal(rounded(exact('2.675'), 2), '2.68');
  assert.equal(rounded(exact('1.005'), 2), '1.01');
  assert.equal(rounded(exact('-0.5'), 0), '-1');
  assert.equal(rounded(exact('0.04'), 1), '0');
  assert.equal(rounded(exact('-0.04'), 1), '0');
  assert.equal(rounded(exact('85.0000'), 4), '85');
  assert.equal(rounded(exact('1200'), 0), '1200');
});

test('whatever is added can be taken away, whatever is multiplied divided', () => {
  for (let i = 0; i < 500; i++) {
    const a = exact(figure()), b = exact(figure());
    assert.equal(compare(minus(plus(a, b), b), a), 0);
    if (b.n !== 0n) assert.equal(compare(over(times(a, b), b), a), 0);
    assert.equal(compare(timesTenTo(timesTenTo(a, -6), 6), a), 0);
  }
});

test('a rounded number is never farther away than half of its last digit', () => {
  for (let i = 0; i < 500; i++) {
    const a = times(exact(figure()), exact(figure()));
    const scale = random(5);
    const gap = absolute(minus(exact(rounded(a, scale)), a));
    assert.ok(compare(times(gap, exact('2')), timesTenTo(exact('1'), -scale)) <= 0);
  }
});

test('nothing is divided by zero', () => assert.equal(over(exact('1'), exact('0.00')), null));
