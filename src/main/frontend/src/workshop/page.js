// What the editors of processes and of decision tables have in common: the check, the list of problems, the deployment.

import { call, failure } from '../api.js';
import { fill, h, jumpTo } from '../dom.js';
import { reader } from '../messages.js';

/**
 * Connects an editor with its page.
 *
 * @param editor {open(xml), text(), select(id) -> boolean, mark(problems), onChange(listener)}
 */
export async function attachPage(root, editor) {
  const t = reader(root);
  const { csrf } = document.body.dataset;
  const { file } = root.dataset;
  const address = '/models/' + encodeURIComponent(file);
  const verdict = root.querySelector('[data-verdict]');
  const list = root.querySelector('[data-list]');
  const refusal = root.querySelector('[data-refusal]');
  let changed = false;

  const say = text => { if (verdict) verdict.textContent = text; };
  const failed = text => fill(refusal ?? root.querySelector('[data-canvas]'),
    h('p', { class: 'zb-alert zb-alert--bad', role: 'alert' }, text));

  const open = async xml => {
    try {
      await editor.open(xml);
      return true;
    } catch (problem) {
      failed(t('workshop.unreadable', problem.message));
      return false;
    }
  };

  const show = problems => {
    const refusing = problems.filter(p => p.refuses).length;
    say(refusing ? t('workshop.some', refusing, problems.length - refusing)
      : problems.length ? t('workshop.mind', problems.length) : t('workshop.none'));
    fill(list, problems.map(p => h('li', {}, h('button', {
      type: 'button', class: p.refuses ? 'zb-workshop-error' : 'zb-workshop-warning', 'data-element': p.element,
      onclick: () => { if (editor.select(p.element)) jumpTo(root.querySelector('[data-canvas]')); },
    }, h('b', {}, p.name || p.element || t('workshop.whole')), p.element ? h('code', {}, p.element) : null,
    h('span', { class: 'zb-tag' }, p.refuses ? t('workshop.must') : t('workshop.think')), h('div', {}, p.message)))));
    editor.mark(problems.map(p => p.element));
  };

  const check = async () => {
    const answer = await call(csrf, 'POST', address + '/check', { xml: await editor.text() });
    if (!answer.ok) { failed(t('workshop.failed', failure(answer, t))); return false; }
    fill(refusal);
    show(answer.body);
    return answer.body.every(p => !p.refuses);
  };

  const response = await fetch(root.dataset.content, { credentials: 'same-origin' });
  if (!await open(await response.text())) return;
  editor.onChange(() => {
    changed = true;
    say(t('workshop.unchecked'));
  });

  root.querySelector('[data-check]')?.addEventListener('click', async event => {
    event.target.disabled = true;
    await check();
    event.target.disabled = false;
    jumpTo(root.querySelector('[data-problems]'));
  });
  root.querySelector('[data-download]').addEventListener('click', async () => {
    const url = URL.createObjectURL(new Blob([await editor.text()], { type: 'application/xml' }));
    h('a', { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  root.querySelector('[data-open]')?.addEventListener('change', async event => {
    const [chosen] = event.target.files;
    event.target.value = '';
    if (chosen && await open(await chosen.text())) {
      changed = true;
      await check();
    }
  });
  root.querySelector('[data-deploy]')?.addEventListener('submit', async event => {
    event.preventDefault();
    const button = event.target.querySelector('button');
    button.disabled = true;
    fill(refusal);
    if (await check()) {
      const answer = await call(csrf, 'POST', address + '/versions',
        { xml: await editor.text(), reason: event.target.reason.value, baseVersion: Number(root.dataset.base) });
      if (answer.ok) {
        changed = false;
        location.assign(root.dataset.history + '?deployed=' + answer.body.version);
        return;
      }
      failed(t('workshop.failed', failure(answer, t)));
    } else if (list.children.length) {
      jumpTo(root.querySelector('[data-problems]'));
    }
    button.disabled = false;
  });
  window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
}
