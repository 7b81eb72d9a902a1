// The enterprise's answer to a return: an explanation of the return as a whole, kept in the document under a key of its own.

const PREFIX = 'return/';

export const isAnswer = key => key.startsWith(PREFIX);

/** Ties the answer's text area, if the report was returned, to the sheet. */
export function bindAnswer(root, sheet, onChange) {
  const area = root.querySelector('[data-zb-answer]');
  if (!area) return;
  const key = area.dataset.zbAnswer;
  const show = () => { area.value = sheet.explanations[key] ?? ''; };
  area.addEventListener('input', () => {
    const text = area.value.trim();
    if (text) sheet.explanations[key] = text;
    else delete sheet.explanations[key];
    onChange();
  });
  sheet.onLoad = show;
  show();
}
