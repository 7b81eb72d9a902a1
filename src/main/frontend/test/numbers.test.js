import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, changePercent, grouped, numberProblem, plainNumber } from '../src/numbers.js';

test('full-width digits and the points of Chinese keyboards become a plain number', () => {
  assert.equal(plainNumber('１２３．５'), '123.5');
  assert.equal(plainNumber('12。5'), '12.5');
  assert.equal(plainNumber(' 3，200，000 '), '3200000');
});

test('thousands separators are dropped only where they separate thousands', () => {
  assert.equal(plainNumber('3,200,000.50'), '3200000.50');
  assert.equal(plainNumber('3,2'), '3,2');
  assert.notEqual(numberProblem('3,2', 14, 2), null);
});

test('a number keeps every digit that was typed', () => {
  assert.equal(plainNumber('123456789012345678901234.000000001'), '123456789012345678901234.000000001');
  assert.equal(plainNumber('007'), '7');
  assert.equal(plainNumber('0.10'), '0.10');
  assert.equal(plainNumber('.5'), '0.5');
  assert.equal(plainNumber('5.'), '5');
  assert.equal(plainNumber('0'), '0');
});

test('text that is no number is kept and named as such', () => {
  for (const text of ['abc', '1e5', '1.2.3', 'NaN', '12吨', '--1', '0x10', '∞']) {
    assert.deepEqual(numberProblem(plainNumber(text), 14, 2), ['number.notNumber'], text);
  }
  assert.equal(plainNumber('约12吨'), '约12吨');
});

test('a negative number, too many decimals and too many digits are told apart', () => {
  assert.deepEqual(numberProblem('-5', 14, 2), ['number.negative']);
  assert.deepEqual(numberProblem('1.234', 14, 2), ['number.tooManyDecimals', 2]);
  assert.deepEqual(numberProblem('1234567890123', 14, 2), ['number.tooManyDigits', 12]);
  assert.equal(numberProblem('123456789012.34', 14, 2), null);
  assert.equal(numberProblem('0.5', 2, 2), null);
});

test('thousands are separated for reading, and only in numbers', () => {
  assert.equal(grouped('3200000.1234'), '3,200,000.1234');
  assert.equal(grouped('999'), '999');
  assert.equal(grouped('abc'), 'abc');
});

test('the change is in percent of the former figure, and empty where none is to be seen', () => {
  assert.equal(changePercent('100', '103.2'), '+3.2%');
  assert.equal(changePercent('100', '80'), '-20.0%');
  assert.equal(changePercent('100', '100'), '');
  assert.equal(changePercent('100', '99.99'), '');
  assert.equal(changePercent('0', '5'), '');
  assert.equal(changePercent('', '5'), '');
  assert.equal(changePercent('5', ''), '');
  assert.equal(changePercent('5', 'abc'), '');
});

test('a change is told against its limit, and not at all between figures too small to compare', () => {
  const limit = { explain: '0.30', floor: '1' };
  assert.deepEqual(change('100', '120', limit), { percent: '+20.0%', times: '', beyond: '' });
  assert.deepEqual(change('100', '130', limit), { percent: '+30.0%', times: '', beyond: '' });
  assert.deepEqual(change('100', '130.0001', limit), { percent: '+30.0%', times: '', beyond: '30' });
  assert.deepEqual(change('100', '50', limit), { percent: '-50.0%', times: '', beyond: '30' });
  assert.equal(change('0.2', '0.9', limit), null);
  assert.deepEqual(change('0.2', '0.9'), { percent: '+350.0%', times: '', beyond: '' });
  assert.equal(change('', '5', limit), null);
  assert.equal(change('5', '', limit), null);
});

test('ten times as much is told as times, and something out of nothing only where it has to be explained', () => {
  const limit = { explain: '0.30', floor: '1' };
  assert.deepEqual(change('85', '85000', limit), { percent: '', times: '1000', beyond: '30' });
  assert.deepEqual(change('0', '5', limit), { percent: '', times: '', beyond: '30' });
  assert.equal(change('0', '5'), null);
});
