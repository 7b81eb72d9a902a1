// The autosave state machine. It knows nothing of the page: it is given how to capture the document and how to save it.
//
//   saved ──touch──▶ pending ──delay──▶ saving ──▶ saved
//                       ▲                 ├──▶ offline   (tries again by itself, slower and slower)
//                       └─────touch───────├──▶ refused   (the server named cells it does not take)
//                                         ├──▶ denied    (signed out, or no longer the writer; waits)
//                                         └──▶ conflict  (someone saved a newer draft; waits for resolve())

const RETRY_DELAYS = [2000, 5000, 15000, 30000];

/**
 * @param version  of the draft the page was rendered from
 * @param capture  () => the document to save
 * @param save     (version, document) => Promise of {kind: 'saved', version, savedAt} | {kind: 'conflict', current} |
 *                 {kind: 'refused', errors} | {kind: 'denied', message} | {kind: 'offline'}; it never rejects
 * @param onState  (state, details) called after every change of state; for 'refused' it returns whether the cells named
 *                 are left out of the next capture, so that the rest can be saved at once
 */
export function createDraft({ version, capture, save, onState = () => {}, delay = 800, timers = globalThis }) {
  let state = 'saved';
  let dirty = false;
  let failures = 0;
  let timer = null;
  let flight = null;

  const waitsForPerson = () => state === 'conflict' || state === 'denied';

  function enter(next, details = {}) {
    state = next;
    return onState(next, details);
  }

  function schedule(ms) {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(run, ms);
  }

  function run() {
    timers.clearTimeout(timer);
    if (flight || !dirty || waitsForPerson()) return flight;
    dirty = false;
    const document = capture();
    enter('saving');
    flight = Promise.resolve(save(version, document)).then(answer => {
      flight = null;
      settle(answer, document);
    });
    return flight;
  }

  function settle(answer, document) {
    if (answer.kind === 'saved') {
      version = answer.version;
      failures = 0;
      enter('saved', { savedAt: answer.savedAt, document });
      if (dirty) { enter('pending'); schedule(delay); }
      return;
    }
    if (answer.kind === 'refused') {
      failures = 0;
      const leftOut = enter('refused', { errors: answer.errors, message: answer.message });
      if (leftOut || dirty) { dirty = true; schedule(leftOut ? 0 : delay); }
      return;
    }
    dirty = true;
    if (answer.kind === 'offline') {
      enter('offline');
      schedule(RETRY_DELAYS[Math.min(failures++, RETRY_DELAYS.length - 1)]);
      return;
    }
    enter(answer.kind, answer);
  }

  return {
    get state() { return state; },
    get version() { return version; },
    /** The document differs from what was saved, or may. */
    get dirty() { return dirty || flight !== null; },

    /** The document changed. */
    touch() {
      dirty = true;
      if (waitsForPerson() || flight) return;
      enter('pending');
      schedule(delay);
    },

    /** The connection came back, or the person asks: try now. */
    retry() {
      if (state === 'denied') state = 'pending';
      if (dirty && !waitsForPerson()) run();
    },

    /** The person has chosen what to keep of a conflict; the document now rests on this newer version. */
    resolve(newerVersion) {
      version = newerVersion;
      dirty = true;
      state = 'pending';
      run();
    },

    /** The draft is known to be at this version with nothing to save: the server already holds what the page shows. */
    adopt(newerVersion) {
      version = newerVersion;
      dirty = false;
      enter('saved', {});
    },

    /** Saves what is unsaved now; resolves to whether everything is saved. */
    async flush() {
      // at most: the save in flight, what changed meanwhile, and once more without cells the server refused
      for (let i = 0; i < 4 && (dirty || flight) && !waitsForPerson(); i++) {
        await (flight ?? run());
        if (state === 'offline') break;
      }
      return !dirty && !flight && state !== 'refused';
    },

    stop() {
      timers.clearTimeout(timer);
      dirty = false;
    },
  };
}
