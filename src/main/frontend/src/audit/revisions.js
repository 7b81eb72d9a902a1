import { fill, h } from '../dom.js';
import { read } from './call.js';
import { lines, load, table } from './parts.js';
import { texts } from './texts.js';
import { verifyButton } from './verify.js';

function changes(view) {
  if (view.summary.number === 1) return h('p', {}, texts.firstRevision);
  if (!view.changes.length) return h('p', {}, texts.noChanges);
  return h('div', {}, h('h3', {}, texts.changes(view.changes.length)),
    table(texts.changes(view.changes.length), texts.changeColumns, view.changes.map(c => [c.name, c.unit, c.before || texts.blank,
      c.after || texts.blank, c.percent ? `${c.percent}%` : ''])));
}

function findings(view) {
  if (!view.findings.length) return h('p', {}, texts.noFindings);
  return h('div', {}, h('h3', {}, texts.findings(view.findings.length)),
    table(texts.findings(view.findings.length), texts.findingColumns, view.findings.map(f => [`${f.rule} v${f.version}`,
      texts.severity[f.severity] ?? f.severity, f.cell, f.message, f.explanation || texts.noExplanation])));
}

function card(id, view) {
  const { number, receipt, sha256, previousSha256 } = view.summary;
  const file = `/api/v1/filings/${id}/revisions/${number}/`;
  return [
    lines([[texts.receipt, receipt], ['SHA-256', h('code', {}, sha256)],
      [texts.previousSha256, previousSha256 ? h('code', {}, previousSha256) : '']]),
    h('p', { class: 'zb-audit-actions' }, verifyButton(id, number),
      h('a', { href: `${file}report.pdf` }, texts.print), h('a', { href: `${file}record` }, texts.record)),
    changes(view), findings(view)];
}

/** Every revision with what changed since the one before, what the rules said and how it was explained. */
export function showRevisions(root, shown, found, { asked }) {
  const id = found.filing.id;
  if (!found.revisions.length) {
    fill(root, h('p', {}, texts.noRevision));
    return;
  }
  fill(root, found.revisions.map(revision => {
    const body = h('div');
    const article = h('article', { class: 'zb-audit-card', id: `zb-revision-${revision.number}`, tabindex: -1 },
      h('h2', {}, texts.revision(revision.number)), body);
    load(body, shown, () => read(`cases/${id}/revisions/${revision.number}`), view => {
      fill(body, card(id, view));
      if (asked.get('revision') === String(revision.number)) article.focus();
    });
    return article;
  }));
}
