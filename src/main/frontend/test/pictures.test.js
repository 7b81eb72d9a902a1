import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { at, files, lines, oneLanguageOnly } from '../pictures.mjs';

test('the pictures and explanations of processes are those of the models', async () => {
  for (const [file, content] of await files()) {
    assert.equal(await readFile(at(file), 'utf8').catch(() => ''), content, file + ' is not up to date: npm run pictures');
  }
});

test('every explanation is there in Chinese and in English', async () => {
  assert.deepEqual(await oneLanguageOnly(), []);
});

test('a name is broken where it would leave its box', () => {
  assert.deepEqual(lines('省级处理部委反馈', 60), ['省级处理部', '委反馈']);
  assert.deepEqual(lines('CRM', 60), ['CRM']);
});
