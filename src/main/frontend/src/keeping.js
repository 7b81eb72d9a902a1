// What the server does not have yet is kept on this device, and comes back when the form is opened again.

import { differences, merged } from './document.js';
import { fill, h } from './dom.js';
import { forget, keep, kept } from './local.js';
import { dateTime } from './messages.js';

export class Keeping {
  /** @param form the FillIn whose document is kept */
  constructor(form) {
    this.form = form;
  }

  /** Keeps on this device what the server does not have; forgets it when there is no such thing. */
  keep() {
    const { form } = this;
    const raw = Object.fromEntries(form.sheet.invalid.map(c => [form.sheet.pathOf(c), c.typed]));
    const clean = !form.draft.dirty && !Object.keys(raw).length;
    if (clean && !form.offline) { forget(form.filing); return true; }
    const { user } = form.root.dataset;
    return keep(form.filing, { user, clean, version: form.draft.version, base: form.base, document: form.sheet.document(), raw });
  }

  restore() {
    const { form } = this;
    const record = kept(form.filing);
    if (!record?.document || (record.user && record.user !== form.root.dataset.user)) return;
    // without a network the page is older than what was saved since it was put aside
    const newer = record.version > form.rendered.version;
    if (record.clean && !newer) return;
    if (newer) {
      form.base = record.base;
      form.rendered.version = record.version;
    }
    const server = newer ? record.base : form.sheet.document();
    const changed = differences(record.document, server).length > 0;
    if (record.version !== form.rendered.version && changed) {
      // someone saved since: take my side where I had changed something and nobody else had
      const found = differences(record.document, server, record.base);
      const keys = found.filter(d => d.suggested === 'mine').map(d => d.kind + '/' + d.key);
      form.sheet.show(merged(record.document, server, keys));
    } else if (changed || newer) form.sheet.show(record.document);
    for (const [path, text] of Object.entries(record.raw ?? {})) {
      const cell = form.sheet.at(path);
      if (cell && cell.blank) { cell.input.value = text; cell.validate(); }
    }
    if (newer) form.draft.adopt(record.version);
    form.renderProgress();
    if (changed) {
      fill(form.find('[data-zb-notices]'), h('p', { class: 'zb-alert', role: 'status' }, form.t('restored', dateTime(record.at))));
      form.draft.touch();
      this.keep();
    }
  }
}
