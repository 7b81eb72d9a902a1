import { texts } from './texts.js';

const ROOT = '/api/v1/audit/';

/** What went wrong, in words for the reader. */
export class Failure extends Error {}

async function explained(answer) {
  const problem = await answer.json().catch(() => ({}));
  const fields = (problem.errors ?? []).map(e => e.message);
  return new Failure([problem.detail ?? `${texts.failed} (${answer.status})`, ...fields].join(' '));
}

async function fetched(path, accept) {
  let answer;
  try {
    answer = await fetch(path, { headers: { Accept: accept } });
  } catch {
    throw new Failure(texts.offline);
  }
  if (answer.status === 401 || (answer.redirected && answer.url.includes('/login'))) {
    window.location.assign('/login');
    throw new Failure(texts.signedOut);
  }
  if (!answer.ok) throw await explained(answer);
  return answer;
}

/** Reads from the API; a failure says what happened and what to do. */
export async function read(path) {
  return (await fetched(ROOT + path, 'application/json')).json();
}

/** Reads a text, such as a diagram. */
export async function readText(path) {
  return (await fetched(ROOT + path, 'application/xml')).text();
}
