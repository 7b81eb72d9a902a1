import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import test from 'node:test';
import { Decimal } from '../src/rules/decimal.js';
import { compile } from '../src/rules/feel.js';
import { filled } from '../src/rules/message.js';
import { sha256 } from '../src/rules/sha256.js';

const number = text => Decimal.parse(text);
const value = (text, context = {}) => {
  const result = compile(text)(Object.assign(Object.create(null), context));
  return result instanceof Decimal ? result.toString() : result;
};

test('figures are exact where doubles are not', () => {
  assert.equal(value('0.1 + 0.2 = 0.3'), true);
  assert.equal(value('abs((this.now - this.before) / this.before) <= 0.30', { this: { now: number('1.3'), before: number('1') } }), true);
  assert.equal(value('98765432109876543210.123456789 + 0.000000001'), '98765432109876543210.12345679');
});

test('a quotient has 34 digits, rounded half to even', () => {
  assert.equal(value('1 / 3'), '0.' + '3'.repeat(34));
  assert.equal(value('2 / 3'), '0.' + '6'.repeat(33) + '7');
  assert.equal(value('-2 / 3'), '-0.' + '6'.repeat(33) + '7');
  assert.equal(value('1 / 8'), '0.125');
  assert.equal(value('1 / 0'), null);
});

test('roundings', () => {
  assert.equal(value('round half up(2.5, 0)'), '3');
  assert.equal(value('round half up(-2.5, 0)'), '-3');
  assert.equal(value('round half down(2.5, 0)'), '2');
  assert.equal(value('decimal(2.5, 0)'), '2');
  assert.equal(value('decimal(0.125, 2)'), '0.12');
  assert.equal(value('round up(2.01, 1)'), '2.1');
  assert.equal(value('round down(-2.09, 1)'), '-2');
  assert.equal(value('floor(-1.5)'), '-2');
  assert.equal(value('ceiling(-1.5)'), '-1');
});

test('what is unknown stays unknown', () => {
  assert.equal(value('this.a > 1', { this: {} }), null);
  assert.equal(value('this.a = null', { this: {} }), true);
  assert.equal(value('this.a > 1 and false', { this: {} }), false);
  assert.equal(value('this.a > 1 or true', { this: {} }), true);
  assert.equal(value('not(this.a > 1)', { this: {} }), null);
  assert.equal(value('if this.a > 1 then 1 else 2', { this: {} }), '2');
  assert.equal(value('"a" = 1'), null);
});

test('loops', () => {
  const rows = { E20: [{ cost: number('1.5') }, { cost: number('2') }] };
  assert.equal(value('sum(for f in rows.E20 return f.cost)', { rows }), '3.5');
  assert.equal(value('every f in rows.E20 satisfies f.cost > 1', { rows }), true);
  assert.equal(value('some f in rows.E20 satisfies f.cost > 3', { rows }), false);
});

test('what the two parsers or engines read differently is left to the server', () => {
  for (const text of ['2 ** 3', '[1, 2][1]', 'matches("a", "\\\\d")', 'sqrt(2)', 'max(list: [1])', 'for i in 1..3 return i',
    'this.a instance of number', '1 +', 'nonsense(1)']) {
    assert.throws(() => value(text, { this: {} }), text);
  }
});

test('the digest is SHA-256', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = randomBytes(length);
    assert.equal(sha256(bytes), createHash('sha256').update(bytes).digest('hex'), 'of ' + length + ' bytes');
  }
});

test('messages name cells, group thousands and show percentages', () => {
  const cells = { A27: { code: 'A27', zh: '工业用水量', en: 'Industrial water use', unit: '吨', unitEn: 't', scale: 2 } };
  const look = {
    rowNumber: 0, cell: ({ name }) => cells[name], raw: ({ name }) => (name === 'A28' ? 'NA' : undefined),
    value: ({ name }) => (name === 'A27' ? number('1234567.891') : null),
  };
  assert.equal(filled('{A27.name} {A27}，{A28}、{B01}，{gap:percent} {gap:A27}', 'zh', { gap: number('0.12345') }, look),
    '工业用水量（A27） 1,234,567.89 吨，不适用、未填，12.3 % 0.12 吨');
  assert.equal(filled('{A27.name} is {A27}', 'en', {}, look), 'Industrial water use (A27) is 1,234,567.89 t');
});
