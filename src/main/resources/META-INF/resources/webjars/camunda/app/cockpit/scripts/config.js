import {settings} from '../../tasklist/scripts/settings.js';

export default {
  ...settings('cockpit'),
  customScripts: ['scripts/cockpit']
};
