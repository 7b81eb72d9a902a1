import { fill, h } from '../dom.js';
import { read } from './call.js';
import { texts } from './texts.js';

/** A button that has the server compute the stored record's hash anew; what it says stands beside it. */
export function verifyButton(filing, revision) {
  const said = h('span', { class: 'zb-audit-verdict', role: 'status' });
  const button = h('button', { type: 'button', class: 'btn btn-default btn-xs', onclick: async () => {
    button.disabled = true;
    fill(said, texts.verifying);
    try {
      const answer = await read(`cases/${filing}/revisions/${revision}/verification`);
      said.classList.toggle('is-bad', answer.verdict !== 'GENUINE');
      fill(said, answer.message);
    } catch (failed) {
      said.classList.add('is-bad');
      fill(said, failed.message);
    } finally {
      button.disabled = false;
    }
  } }, texts.verify);
  return h('span', {}, button, ' ', said);
}
