// The same draft was saved from somewhere else: another window, another person, a workbook taken over.

import { isAnswer, isPoint } from './answer.js';
import { askConflict } from './conflict.js';
import { differences, merged } from './document.js';

export class Versions {
  /** @param form the FillIn whose draft it is */
  constructor(form) {
    this.form = form;
  }

  /** A save met a newer version. */
  met(current) {
    const { form } = this;
    const theirs = current.document;
    const mine = form.sheet.document();
    const found = differences(mine, theirs, form.base);
    if (!found.length) { form.base = theirs; form.draft.adopt(current.version); return; }
    // the answer to a save of ours was lost on the way: what is stored is ours
    if (form.attempts.some(a => !differences(a, theirs).length)) { form.base = theirs; form.draft.resolve(current.version); return; }
    askConflict(form.find('[data-zb-notices]'), {
      differences: found, savedBy: current.savedBy, savedAt: current.savedAt, t: form.t,
      nameOf: d => this.nameOf(d),
      onChoice: mineKept => {
        form.sheet.show(merged(mine, theirs, mineKept));
        form.base = theirs;
        form.findings.outdate();
        form.live.changed();
        form.renderProgress();
        form.draft.resolve(current.version);
      },
    });
  }

  /** A workbook was taken over in another window: shows it, or asks where something here is unsaved. */
  async savedElsewhere() {
    const { form } = this;
    if (!form.root.isConnected) return;
    const answer = await form.api.draft();
    if (!answer.ok || answer.body.version <= form.draft.version) return;
    if (form.draft.dirty || form.sheet.invalid.length) { form.draft.touch(); return; }
    form.sheet.show(answer.body.document);
    form.base = answer.body.document;
    form.findings.outdate();
    form.live.changed();
    form.renderProgress();
    form.draft.adopt(answer.body.version);
    form.renderTally();
  }

  nameOf({ kind, key }) {
    const { form } = this;
    if (kind === 'explanations') {
      if (isAnswer(key)) return form.t(isPoint(key) ? 'conflict.point' : 'conflict.answer');
      const finding = form.findings.list.find(f => f.fingerprint === key);
      return form.t('conflict.explanation') + (finding ? ' ' + finding.rule : '');
    }
    if (kind === 'signatories') return form.find('label[for="zb-signatory-' + CSS.escape(key) + '"] span')?.textContent ?? key;
    if (kind === 'rows') return form.sheet.group(key)?.dataset.name ?? key;
    const cell = form.sheet.at(key);
    return cell ? form.sheet.nameOf(cell) : key;
  }
}
