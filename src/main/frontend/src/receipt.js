// The receipt (回执) of a submission.

import { copyText, fill, h, jumpTo } from './dom.js';
import { dateTime } from './messages.js';
import { inTasklist, toTaskList } from './tasklist.js';

/** @param receipt {receipt, revision, receivedAt, sha256, late} */
export function showReceipt(place, receipt, filing, t) {
  const lines = [
    [t('receipt.number'), receipt.receipt],
    [t('receipt.receivedAt'), dateTime(receipt.receivedAt)],
    [t('receipt.revision'), t('receipt.revision.of', receipt.revision)],
    [t('receipt.sha256'), receipt.sha256],
  ];
  const copied = h('span', { class: 'zb-copied', role: 'status' });
  fill(place,
    h('p', { class: 'zb-receipt-mark', 'aria-hidden': 'true' }, '✓'),
    h('h2', {}, t('receipt.title')),
    receipt.late ? h('p', { class: 'zb-alert zb-alert--late' }, t('receipt.late')) : null,
    h('dl', { class: 'zb-receipt-lines' }, lines.map(([name, value]) =>
      h('div', {}, h('dt', {}, name), h('dd', {}, h('code', {}, String(value)))))),
    h('p', { class: 'zb-help' }, t('receipt.keep')),
    h('p', { class: 'zb-buttons' },
      inTasklist() ? h('button', { type: 'button', class: 'zb-button zb-button--primary', onclick: toTaskList }, t('receipt.list'))
        : h('a', { class: 'zb-button zb-button--primary', href: '/' }, t('receipt.home')),
      h('button', {
        type: 'button', class: 'zb-button', 'data-copy-receipt': true, onclick: async () => {
          if (await copyText(lines.map(l => l.join(': ')).join('\n'))) copied.textContent = t('receipt.copied');
        },
      }, t('receipt.copy')),
      h('a', { class: 'zb-button', href: '/filings/' + encodeURIComponent(filing), target: '_top' }, t('receipt.open')),
      h('a', {
        class: 'zb-button', target: '_blank', rel: 'noopener',
        href: '/filings/' + encodeURIComponent(filing) + '/revisions/' + receipt.revision + '/report.pdf',
      }, t('receipt.print')),
      copied));
  place.hidden = false;
  jumpTo(place);
}
