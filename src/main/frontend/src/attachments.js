// Files beside explanations and answers: chosen, uploaded, listed, removed.

import { failure } from './api.js';
import { fill, h } from './dom.js';

const MOST_BYTES = 5_000_000;
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.xlsx,.docx';

export class Attachments {
  constructor(root, api, t) {
    this.root = root;
    this.api = api;
    this.t = t;
    this.list = [];
    this.says = new Map();
    this.serial = 0;
  }

  /** Asks the server for the files there are. */
  async load() {
    const answer = await this.api.attachments();
    if (!answer.ok) return;
    this.list = answer.body;
    this.render();
  }

  of(key) { return this.list.filter(a => a.key === key); }

  /** Where the files of an explanation are shown and added. */
  box(key) {
    const id = 'zb-attach-' + ++this.serial;
    const input = h('input', { type: 'file', class: 'zb-sr', id, accept: ACCEPTED, onchange: () => this.add(key, input) });
    const box = h('div', { class: 'zb-attach', 'data-attach': key },
      h('ul', { class: 'zb-attach-list', 'aria-label': this.t('attach.of') }), input,
      h('label', { for: id, class: 'zb-button zb-button--quiet', title: this.t('attach.help') }, this.t('attach.add')),
      h('small', { class: 'zb-attach-say', role: 'status' }, this.t('attach.help')));
    this.renderBox(box);
    return box;
  }

  /** Files whose explanation is not asked for: there is no box for them on the page. */
  get lapsed() {
    const keys = new Set(Array.from(this.root.querySelectorAll('[data-attach]'), b => b.dataset.attach));
    return this.list.filter(a => !a.revision && !keys.has(a.key));
  }

  render() {
    this.root.querySelectorAll('[data-attach]').forEach(box => this.renderBox(box));
    const place = this.root.querySelector('[data-zb-attach-lapsed]');
    if (place) {
      const lapsed = this.lapsed;
      place.hidden = !lapsed.length;
      fill(place, h('p', {}, this.t('attach.lapsed')), h('ul', { class: 'zb-attach-list' }, lapsed.map(a => this.item(a))));
    }
  }

  renderBox(box) {
    fill(box.querySelector('ul'), this.of(box.dataset.attach).map(a => this.item(a)));
    const says = this.says.get(box.dataset.attach);
    const place = box.querySelector('.zb-attach-say');
    place.textContent = says?.text ?? this.t('attach.help');
    place.classList.toggle('zb-problem', says?.bad === true);
  }

  item(attachment) {
    return h('li', {},
      h('a', { href: this.api.attachmentUrl(attachment.id), download: attachment.fileName }, attachment.fileName), ' ',
      h('small', {}, this.t('attach.size', Math.max(1, Math.round(attachment.bytes / 1000)))), ' ',
      attachment.revision ? h('small', {}, this.t('attach.filed'))
        : h('button', { type: 'button', class: 'zb-link', 'aria-label': this.t('attach.remove', attachment.fileName), onclick: () => this.remove(attachment) }, '×'));
  }

  say(key, text, bad = false) {
    this.says.set(key, { text, bad });
    this.render();
  }

  async add(key, input) {
    const file = input.files[0];
    input.value = '';
    if (!file) return;
    if (file.size > MOST_BYTES) { this.say(key, this.t('attach.tooBig', file.name), true); return; }
    this.say(key, this.t('attach.busy', file.name));
    const answer = await this.api.attach(key, file);
    if (!answer.ok) {
      this.say(key, this.t('attach.failed', file.name, answer.status === 0 ? this.t('attach.offline') : failure(answer, this.t)), true);
      return;
    }
    if (!this.list.some(a => a.id === answer.body.id)) this.list.push(answer.body);
    this.say(key, this.t('attach.done', answer.body.fileName));
  }

  async remove(attachment) {
    const answer = await this.api.detach(attachment.id);
    if (!answer.ok && answer.status !== 404) {
      this.say(attachment.key, this.t('attach.failed', attachment.fileName, failure(answer, this.t)), true);
      return;
    }
    this.list = this.list.filter(a => a.id !== attachment.id);
    this.say(attachment.key, this.t('attach.removed', attachment.fileName));
  }
}
