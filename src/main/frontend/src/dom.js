// Building elements without ever parsing text as HTML.

/** h('p', {class: 'x', onclick: fn}, 'text', child, [more]) */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in { value: 1, checked: 1, disabled: 1, hidden: 1 }) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return element;
}

const smoothly = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** The nearest ancestor that scrolls by itself; null if the window does. */
function paneOf(element) {
  for (let pane = element.parentElement; pane && pane !== document.body && pane !== document.documentElement; pane = pane.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(pane).overflowY) && pane.scrollHeight > pane.clientHeight) return pane;
  }
  return null;
}

/**
 * Scrolls an element to the start or the centre of its pane. Only the pane moves: the browser's own scrollIntoView would
 * also push away what a page around us, such as Tasklist, means to stay.
 */
export function bringIntoView(element, block = 'center') {
  const pane = paneOf(element);
  const box = element.getBoundingClientRect();
  const view = pane ? pane.getBoundingClientRect() : { top: 0, height: window.innerHeight };
  const above = block === 'start' ? 64 : Math.max(64, (view.height - box.height) / 2);
  (pane ?? window).scrollBy({ top: box.top - view.top - above, behavior: smoothly() });
}

/** Brings an element into view, below what sticks to the top, and gives it the focus. */
export function jumpTo(element) {
  if (!element) return;
  for (let d = element.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  bringIntoView(element, element.matches('section, div, aside') ? 'start' : 'center');
  element.focus({ preventScroll: true });
}

/** Links that jump inside the form: in Tasklist the address after # belongs to Tasklist. */
export function bindJumps(root) {
  root.addEventListener('click', event => {
    const link = event.target.closest('[data-jump]');
    if (!link || !root.contains(link)) return;
    event.preventDefault();
    const target = root.querySelector('#' + CSS.escape(link.dataset.jump));
    if (!target) return;
    jumpTo(target);
  });
}

/** Lets what sticks to the top (--zb-top) stick to the very edge of the pane that scrolls, whatever its padding. */
export function fitPane(root) {
  const pane = paneOf(root);
  if (pane) root.style.setProperty('--zb-top', '-' + getComputedStyle(pane).paddingTop);
}

export function fill(container, ...children) {
  container.replaceChildren(...children.flat().filter(Boolean));
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // the clipboard needs HTTPS; an office network may have none
    const area = h('textarea', { class: 'zb-sr', value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/** A random UUID, also where the page is not served by HTTPS. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = Array.from(b, x => x.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
