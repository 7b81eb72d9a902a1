import {speakPortalLanguage} from './language.js';
import {texts} from './texts.js';

// before the webapp looks at the browser's language
speakPortalLanguage();

/** What every webapp is told in its `config.js`, apart from its own scripts. */
export function settings(app) {
  return {
    app: {vendor: texts.product, name: texts[app]},
    // a webapp compares only the part before the hyphen and so finds zh-CN as the fallback
    locales: {availableLocales: ['zh-CN', 'en'], fallbackLocale: 'zh-CN'},
    // digits only: which language's month names a webapp has at hand depends on what loads last
    dateFormat: {
      monthName: 'MM', day: 'DD', short: 'YYYY-MM-DD', abbr: 'YYYY-MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm:ss'
    },
    disableWelcomeMessage: true
  };
}
