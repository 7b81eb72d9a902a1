// The platform's API, with the session of the page.

/**
 * Calls the API. Never rejects.
 *
 * @returns {ok: true, status, body} or {ok: false, status, problem}; status 0 means no connection, 401 also that the
 *          session is over; `problem` is the problem document (RFC 9457), or {} if the answer was none
 */
export async function call(csrf, method, path, body, headers = {}) {
  let response;
  try {
    response = await fetch('/api/v1' + path, {
      method,
      credentials: 'same-origin',
      redirect: 'manual',
      headers: {
        Accept: 'application/json, application/problem+json',
        'X-Requested-With': 'XMLHttpRequest',
        ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
        ...(csrf ? { 'X-CSRF-TOKEN': csrf } : {}),
        ...headers,
      },
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
    });
  } catch {
    return { ok: false, status: 0, problem: {} };
  }
  if (response.type === 'opaqueredirect') return { ok: false, status: 401, problem: {} };
  const answer = await readJson(response);
  return response.ok ? { ok: true, status: response.status, body: answer ?? {} }
    : { ok: false, status: response.status, problem: answer ?? {} };
}

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Whether it may succeed later without anyone changing anything. */
export const passing = status => status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;

/** What to tell the person about a failed call. */
export function failure(answer, t) {
  const { detail, title, errors } = answer.problem;
  const fields = Array.isArray(errors) ? errors.map(e => e.message).filter(Boolean) : [];
  if (fields.length) return fields.join(' ');
  return detail || title || (answer.status === 401 ? t('error.signedOut') : t('error.unknown'));
}

/** The API for one filing. */
export function filingApi(filing, csrf) {
  const at = '/filings/' + encodeURIComponent(filing);
  return {
    draft: () => call(csrf, 'GET', at + '/draft'),
    saveDraft: (version, document) => call(csrf, 'PUT', at + '/draft', { version, document }),
    rules: () => call(csrf, 'GET', at + '/rules'),
    help: () => call(csrf, 'GET', at + '/help'),
    trends: () => call(csrf, 'GET', at + '/trends'),
    lastReport: () => call(csrf, 'GET', at + '/last-report'),
    check: () => call(csrf, 'POST', at + '/check'),
    submit: (version, key) => call(csrf, 'POST', at + '/submission', { version }, { 'Idempotency-Key': key }),
    claim: () => call(csrf, 'POST', at + '/claim'),
    release: () => call(csrf, 'DELETE', at + '/claim'),
    decide: decision => call(csrf, 'POST', at + '/decision', decision),
    attachments: () => call(csrf, 'GET', at + '/attachments'),
    attach: (key, file) => {
      const form = new FormData();
      form.append('key', key);
      form.append('file', file);
      return call(csrf, 'POST', at + '/attachments', form);
    },
    detach: id => call(csrf, 'DELETE', at + '/attachments/' + id),
    attachmentUrl: id => '/api/v1' + at + '/attachments/' + id,
    withdraw: reason => call(csrf, 'POST', at + '/withdrawal', { reason }),
  };
}

export const verifyReceipt = (csrf, receipt, sha256) => call(csrf, 'POST', '/receipts/verify', { receipt, sha256 });
