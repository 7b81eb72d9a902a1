import {speakPortalLanguage} from './language.js';
import {texts} from './texts.js';

// before Tasklist looks at the browser's language
speakPortalLanguage();

export default {
  app: {vendor: texts.product, name: texts.tasklist},
  // Tasklist compares only the part before the hyphen and so finds zh-CN as the fallback
  locales: {availableLocales: ['zh-CN', 'en'], fallbackLocale: 'zh-CN'},
  // digits only: which language's month names Tasklist has at hand depends on what loads last
  dateFormat: {
    monthName: 'MM', day: 'DD', short: 'YYYY-MM-DD', abbr: 'YYYY-MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm:ss'
  },
  customScripts: ['scripts/tasks'],
  disableWelcomeMessage: true,
  shortcuts: {}
};
