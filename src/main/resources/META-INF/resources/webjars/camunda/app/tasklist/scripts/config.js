import {language, speakPortalLanguage} from './language.js';
import {texts} from './texts.js';

// before Tasklist looks at the browser's language
speakPortalLanguage();

export default {
  app: {vendor: texts.product, name: texts.tasklist},
  // Tasklist compares only the part before the hyphen and so finds zh-CN as the fallback
  locales: {availableLocales: ['zh-CN', 'en'], fallbackLocale: 'zh-CN'},
  dateFormat: language === 'zh-CN'
    ? {monthName: 'M月', day: 'D', abbr: 'YYYY-MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY年M月D日 dddd HH:mm', short: 'YYYY-MM-DD'}
    : {monthName: 'MMM', day: 'D', abbr: 'D MMM YYYY HH:mm', normal: 'D MMM YYYY HH:mm', long: 'dddd, D MMMM YYYY HH:mm', short: 'D MMM YYYY'},
  customScripts: ['scripts/tasks'],
  disableWelcomeMessage: true,
  shortcuts: {}
};
