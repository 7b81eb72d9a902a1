import {settings} from '../../tasklist/scripts/settings.js';

export default {
  ...settings('welcome'),
  links: [],
  customScripts: ['../tasklist/scripts/portal']
};
