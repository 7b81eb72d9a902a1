import {settings} from '../../tasklist/scripts/settings.js';

export default {
  ...settings('admin'),
  customScripts: ['../tasklist/scripts/portal']
};
