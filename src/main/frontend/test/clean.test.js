import { test } from 'node:test';
import assert from 'node:assert/strict';
import { chosen, cleanMonth, cleanNumber, meansNotApplicable, parseBlock } from '../src/clean.js';

test('a block is taken apart at its tabs and line ends, as Excel and WPS write them', () => {
  assert.deepEqual(parseBlock('1\t2\r\n3\t\r\n'), [['1', '2'], ['3', '']]);
  assert.deepEqual(parseBlock('1\n\n2'), [['1'], [''], ['2']]);
  assert.deepEqual(parseBlock('"a\nb"\t"say ""hi"""\n"c'), [['a\nb', 'say "hi"'], ['"c']]);
  assert.deepEqual(parseBlock('x'), [['x']]);
  assert.deepEqual(parseBlock(''), [['']]);
});

test('the ways in which people write a number are cleaned', () => {
  const cleaned = {
    '１，２３４．５': '1234.5', ' 1 234.5 ': '1234.5', '1,234,567.80': '1234567.80', '\u00a085 吨': '85', '85t': '85', '85 T': '85',
    '+3': '3', '12.': '12', '1.5E3': '1500', '1.25e-2': '0.0125', '2E+0': '2', '0': '0',
  };
  for (const [typed, value] of Object.entries(cleaned)) assert.deepEqual(cleanNumber(typed, ['吨', 't']), { value }, typed);
});

test('nothing is guessed: another unit, a dash', () => {
  assert.deepEqual(cleanNumber('85 千克', ['吨', 't']), { problem: ['paste.unit', '千克', '吨'] });
  assert.deepEqual(cleanNumber('85%', []), { problem: ['paste.unit', '%', '1'] });
  assert.deepEqual(cleanNumber('—', ['吨']), { problem: ['paste.dash', '—'] });
});

test('what is no number stays as it is, for the cell to refuse', () => {
  for (const typed of ['约85', '1,23', '-5', '#REF!']) assert.deepEqual(cleanNumber(typed, ['吨']), { value: typed });
});

test('not applicable is understood as the workbook understands it', () => {
  for (const typed of ['NA', 'n/a', '不适用', ' ＮＡ ', 'not applicable']) assert.ok(meansNotApplicable(typed), typed);
  assert.ok(!meansNotApplicable('0'));
});

test('months are written in many ways', () => {
  for (const typed of ['2008-5', '2008年05月', '2008/05', '200805', '2008.5.1']) assert.equal(cleanMonth(typed), '2008-05', typed);
  assert.equal(cleanMonth('五月'), '五月');
});

test('an option is found by its code, its label or its name, if only one fits', () => {
  const options = [{ code: '1', label: '1 正常' }, { code: '2', label: '2 停产' }, { code: '3', label: '3 停产' }];
  assert.equal(chosen('１', options), '1');
  assert.equal(chosen('2 停产', options), '2');
  assert.equal(chosen('正常', options), '1');
  assert.equal(chosen('停产', options), undefined);
  assert.equal(chosen('别的', options), undefined);
});
