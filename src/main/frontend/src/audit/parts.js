import { fill, h } from '../dom.js';
import { Failure } from './call.js';
import { texts } from './texts.js';

const latest = new WeakMap();

/**
 * Loads something into a container, saying so; a failure is shown with a way to try again. What is overtaken by something
 * else for the same container draws nothing.
 */
export async function load(container, shown, loading, draw) {
  const mine = {};
  latest.set(container, mine);
  const wanted = () => shown.live && latest.get(container) === mine;
  fill(container, h('p', { class: 'zb-audit-wait', role: 'status' }, texts.loading));
  try {
    const found = await loading();
    if (wanted()) draw(found);
  } catch (failed) {
    if (!(failed instanceof Failure)) console.error(failed);
    if (!wanted()) return;
    const again = h('button', { type: 'button', class: 'btn btn-default', onclick: () => load(container, shown, loading, draw) },
      texts.again);
    fill(container, h('div', { class: 'zb-audit-failed', role: 'alert' },
      h('p', {}, failed instanceof Failure ? failed.message : texts.failed), again));
  }
}

/** A word in a coloured frame. */
export const tag = (text, kind = '') => h('span', { class: `zb-audit-tag ${kind}` }, text);

/** `第 1–25 条，共 160,000 条` */
export function range(first, count, total) {
  return count === 0 ? texts.none(total) : texts.range(grouped(first + 1), grouped(first + count), grouped(total));
}

export const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

export const lines = pairs => h('dl', { class: 'zb-audit-lines' },
  pairs.filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([label, value]) => h('div', {}, h('dt', {}, label, texts.colon), h('dd', {}, value))));

/** A table that scrolls by itself on a narrow screen. */
export function table(caption, headings, rows) {
  return h('div', { class: 'zb-audit-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', { class: 'table' },
      h('caption', { class: 'sr-only' }, caption),
      h('thead', {}, h('tr', {}, headings.map(text => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, rows.map(cells => h('tr', {}, cells.map(cell => h('td', {}, cell)))))));
}
