import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDraft } from '../src/draft.js';

/** A draft with a clock we turn and a server whose answers we give. */
function bench(overrides = {}) {
  let now = 0, serial = 0;
  const jobs = new Map();
  const timers = {
    setTimeout: (run, ms) => { jobs.set(++serial, { run, at: now + ms }); return serial; },
    clearTimeout: id => jobs.delete(id),
  };
  const b = { text: 'a', calls: [], states: [], answers: [] };
  b.draft = createDraft({
    version: 1,
    capture: () => b.text,
    save: (version, document) => new Promise(answer => {
      b.calls.push({ version, document });
      b.answers.push(answer);
    }),
    onState: (state, details) => { b.states.push(state); return overrides.onState?.(state, details); },
    timers,
  });
  b.pass = async ms => {
    now += ms;
    for (const [id, job] of [...jobs]) if (job.at <= now) { jobs.delete(id); job.run(); }
    await b.rest();
  };
  b.rest = async () => { for (let i = 0; i < 10; i++) await null; };
  b.answer = async answer => { b.answers.shift()(answer); await b.rest(); };
  b.type = text => { b.text = text; b.draft.touch(); };
  b.saved = version => b.answer({ kind: 'saved', version, savedAt: '2026-10-08T01:00:00Z' });
  return b;
}

test('typing is saved once, after a pause', async () => {
  const b = bench();
  b.type('ab');
  await b.pass(500);
  b.type('abc');
  await b.pass(500);
  assert.equal(b.calls.length, 0);
  await b.pass(300);
  assert.deepEqual(b.calls, [{ version: 1, document: 'abc' }]);
  await b.saved(2);
  assert.equal(b.draft.state, 'saved');
  assert.equal(b.draft.version, 2);
  assert.equal(b.draft.dirty, false);
});

test('one request is under way at a time, and what is typed meanwhile goes with the next', async () => {
  const b = bench();
  b.type('b');
  await b.pass(800);
  b.type('c');
  await b.pass(5000);
  assert.equal(b.calls.length, 1);
  await b.saved(2);
  assert.equal(b.draft.state, 'pending');
  await b.pass(800);
  assert.deepEqual(b.calls[1], { version: 2, document: 'c' });
});

test('without a connection it tries again, slower and slower, and loses nothing', async () => {
  const b = bench();
  b.type('b');
  await b.pass(800);
  await b.answer({ kind: 'offline' });
  assert.equal(b.draft.state, 'offline');
  assert.equal(b.draft.dirty, true);
  await b.pass(2000);
  await b.answer({ kind: 'offline' });
  await b.pass(2000);
  assert.equal(b.calls.length, 2);
  b.text = 'c';
  await b.pass(3000);
  assert.equal(b.calls.length, 3);
  await b.saved(2);
  assert.equal(b.calls[2].document, 'c');
  assert.equal(b.draft.state, 'saved');
});

test('a connection that comes back is used at once', async () => {
  const b = bench();
  b.type('b');
  await b.pass(800);
  await b.answer({ kind: 'offline' });
  b.draft.retry();
  assert.equal(b.calls.length, 2);
});

test('a conflict stops saving until the person has chosen', async () => {
  const b = bench();
  b.type('b');
  await b.pass(800);
  await b.answer({ kind: 'conflict', current: { version: 7 } });
  assert.equal(b.draft.state, 'conflict');
  b.type('c');
  await b.pass(60000);
  assert.equal(b.calls.length, 1);
  assert.equal(b.draft.state, 'conflict');
  b.draft.resolve(7);
  assert.deepEqual(b.calls[1], { version: 7, document: 'c' });
  await b.saved(8);
  assert.equal(b.draft.state, 'saved');
});

test('a stored draft that is the same as ours is adopted without a request', async () => {
  const b = bench({ onState: (state, d) => { if (state === 'conflict') b.draft.adopt(d.current.version); } });
  b.type('b');
  await b.pass(800);
  await b.answer({ kind: 'conflict', current: { version: 2 } });
  assert.equal(b.draft.state, 'saved');
  assert.equal(b.draft.version, 2);
  assert.equal(b.draft.dirty, false);
});

test('cells the server refuses are left out and the rest is saved', async () => {
  const b = bench({ onState: state => { if (state === 'refused') { b.text = 'rest'; return true; } } });
  b.type('bad');
  await b.pass(800);
  await b.answer({ kind: 'refused', errors: [{ field: 'A27' }] });
  await b.pass(0);
  assert.deepEqual(b.calls[1], { version: 1, document: 'rest' });
});

test('a refusal nobody can place does not make it ask for ever', async () => {
  const b = bench();
  b.type('bad');
  await b.pass(800);
  await b.answer({ kind: 'refused', errors: [] });
  await b.pass(60000);
  assert.equal(b.calls.length, 1);
  assert.equal(await b.draft.flush(), false);
});

test('signed out, it waits and keeps what was typed', async () => {
  const b = bench();
  b.type('b');
  await b.pass(800);
  await b.answer({ kind: 'denied', status: 401 });
  await b.pass(60000);
  assert.equal(b.calls.length, 1);
  assert.equal(b.draft.dirty, true);
  b.draft.retry();
  assert.equal(b.calls.length, 2);
});

test('flush saves at once and waits for what is under way', async () => {
  const b = bench();
  b.type('b');
  const done = b.draft.flush();
  assert.equal(b.calls.length, 1);
  b.type('c');
  await b.saved(2);
  assert.equal(b.calls.length, 2);
  await b.saved(3);
  assert.equal(await done, true);
  assert.equal(b.calls[1].document, 'c');
});

test('flush says so when it could not save', async () => {
  const b = bench();
  b.type('b');
  const done = b.draft.flush();
  await b.answer({ kind: 'offline' });
  assert.equal(await done, false);
});

test('flush has nothing to do when all is saved', async () => {
  const b = bench();
  assert.equal(await b.draft.flush(), true);
  assert.equal(b.calls.length, 0);
});
