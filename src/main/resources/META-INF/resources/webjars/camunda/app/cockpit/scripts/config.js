import {texts} from '../../tasklist/scripts/texts.js';

export default {
  app: {vendor: texts.product, name: texts.cockpit},
  customScripts: ['../tasklist/scripts/portal'],
  disableWelcomeMessage: true
};
