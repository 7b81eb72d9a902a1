// The enterprise's answer to a return: an explanation of the return as a whole, kept in the document under a key of its own.

import { judge, verdict } from './explaining.js';

/** Whether an explanation answers a reviewer, to a return as a whole or to a point of it, rather than a rule. */
export const isAnswer = key => key.startsWith('return/') || isPoint(key);

export const isPoint = key => key.startsWith('point/');

/** Ties the answer's text area, if the report was returned, to the sheet. */
export function bindAnswer(root, sheet, t, onChange, files) {
  const area = root.querySelector('[data-zb-answer]');
  if (!area) return;
  const key = area.dataset.zbAnswer;
  const reason = root.querySelector('.zb-returned > blockquote')?.textContent ?? '';
  const shown = verdict(area, 'zb-answer-count', t, () => judge(area.value, reason));
  const update = () => {
    shown.line.hidden = !area.value.trim();
    shown.update();
  };
  const show = () => {
    area.value = sheet.explanations[key] ?? '';
    update();
  };
  area.after(shown.line, files(key));
  area.addEventListener('input', () => {
    const text = area.value.trim();
    if (text) sheet.explanations[key] = text;
    else delete sheet.explanations[key];
    update();
    onChange();
  });
  sheet.loaders.push(show);
  show();
}
