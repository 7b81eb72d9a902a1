import {texts} from '../../tasklist/scripts/texts.js';

/** Decision tables are drawn by a library that knows English only: their headings are put into our words afterwards. */
const HEADINGS = '.dmn-decision-table-container .clause, .dmn-decision-table-container .hit-policy > *, '
  + '.dmn-decision-table-container th.annotation';
const TITLED = '.dmn-decision-table-container [title]';

function inOurWords(text) {
  const english = Object.keys(texts.table).find(words => text.startsWith(words));
  return english ? texts.table[english] + text.slice(english.length) : text;
}

function translate() {
  document.querySelectorAll(HEADINGS).forEach(heading => {
    [...heading.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).forEach(node => {
      const ours = inOurWords(node.data);
      if (ours !== node.data) {
        node.data = ours;
      }
    });
  });
  document.querySelectorAll(TITLED).forEach(element => {
    const ours = inOurWords(element.title);
    if (ours !== element.title) {
      element.title = ours;
    }
  });
}

export function translateTables() {
  if (Object.keys(texts.table).length) {
    new MutationObserver(translate).observe(document.body, {childList: true, subtree: true});
  }
}
