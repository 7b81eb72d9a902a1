// The words of the editors, in the language of the page.

import ofEditor from 'bpmn-js-i18n/translations/zn.js';
import { zh } from './zh.js';

const replaced = (text, values) => text.replace(/\{([^}]+)\}/g, (whole, key) => values?.[key] ?? whole);

/** Each editor's text in Chinese; in English as it is. */
export function translate(language, text, values) {
  return replaced(language === 'zh' ? zh[text] ?? ofEditor[text] ?? text : text, values);
}

/** A module that has an editor speak the language. */
export const inLanguage = language => ({
  translate: ['value', (text, values) => translate(language, text, values)],
});
