// The form on a page of its own that also opens without a network: what it needs is put aside while there is one.

import { differences } from './document.js';
import { fill, h } from './dom.js';
import { asideOf } from './local.js';
import { clockTime } from './messages.js';

export class Offline {
  /** @param form the FillIn on this page */
  constructor(form) {
    this.form = form;
    this.t = form.t;
    this.bar = document.querySelector('[data-zb-offline]');
    this.aside = 'unknown';
  }

  async start() {
    for (const event of ['online', 'offline']) window.addEventListener(event, () => this.render());
    this.render();
    this.aside = await this.putAside();
    this.bar.dataset.aside = this.aside;
    this.render();
  }

  /** Puts page, scripts, styles and rules aside for this person; says whether the page will open without a network. */
  async putAside() {
    // browsers allow it on pages served by HTTPS only
    if (!('serviceWorker' in navigator) || !('caches' in window)) return 'impossible';
    const { user, rules, filing } = this.form.root.dataset;
    const assets = Array.from(document.querySelectorAll('link[href^="/assets/"], script[src^="/assets/"]'), e => e.getAttribute('href') ?? e.getAttribute('src'));
    const paths = [location.pathname, rules, '/api/v1/filings/' + filing + '/rules', ...assets];
    try {
      await navigator.serviceWorker.register('/offline/sw.js');
      await navigator.serviceWorker.ready;
      const answers = await Promise.all(paths.map(path => fetch(path, { credentials: 'same-origin' })));
      if (answers.some(a => !a.ok || a.redirected)) return this.before(user);
      const cache = await caches.open(asideOf(user));
      await Promise.all(paths.map((path, i) => cache.put(path, answers[i])));
      const scripts = new Set(paths.map(path => new URL(path, location.href).pathname));
      for (const { url } of await cache.keys()) {
        const { pathname } = new URL(url);
        if (pathname.startsWith('/assets/') && !scripts.has(pathname)) await cache.delete(pathname);
      }
      return 'ready';
    } catch {
      return this.before(user);
    }
  }

  /** Whether an earlier visit put the page aside. */
  async before(user) {
    try {
      return await (await caches.open(asideOf(user))).match(location.pathname) ? 'ready' : 'not';
    } catch {
      return 'impossible';
    }
  }

  /** How many cells, rows, explanations the server does not have yet. */
  get unsent() { return differences(this.form.sheet.document(), this.form.base).length; }

  render() {
    const { t, unsent } = this;
    const { state } = this.form.draft;
    const gone = !navigator.onLine || state === 'offline';
    this.bar.dataset.state = gone ? 'gone' : unsent ? 'unsent' : 'sent';
    const words = gone ? t('offline.gone') : state === 'denied' ? t('offline.signedOut') : t('offline.there');
    const left = unsent ? t('offline.unsent', unsent) : t('offline.sent', clockTime(this.form.savedAt ?? new Date()));
    const kept = this.aside === 'unknown' ? '' : t('offline.aside.' + this.aside);
    // what is read aloud is read once
    if (this.said === words + left + kept) return;
    this.said = words + left + kept;
    fill(this.bar, h('b', {}, words), ' ', h('span', {}, left), ' ', kept ? h('small', {}, kept) : null);
  }
}
