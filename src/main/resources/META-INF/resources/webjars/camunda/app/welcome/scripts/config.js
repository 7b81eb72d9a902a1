import {texts} from '../../tasklist/scripts/texts.js';

export default {
  app: {vendor: texts.product, name: texts.welcome},
  customScripts: ['../tasklist/scripts/portal'],
  disableWelcomeMessage: true
};
