// A text area for an explanation: how much is written, and what is wrong with it, while it is written.

import phrases from '../../resources/filing/boilerplate.txt';
import { h } from './dom.js';
import { normal, wording } from './wording.js';

/** (text, question) => message key and arguments of what is wrong; null if the text explains something. */
export const judge = wording(phrases);

/** A line that says what `fault()` finds wrong with the text in the area, or how long it is. */
export function verdict(area, id, t, fault) {
  const line = h('small', { id, class: 'zb-count' });
  const update = () => {
    const wrong = fault();
    line.textContent = !wrong ? t('explain.enough', normal(area.value).length) : wrong[0] ? t(...wrong) : wrong[1];
    line.classList.toggle('zb-count--enough', !wrong);
  };
  area.setAttribute('aria-describedby', [area.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  return { line, update };
}
