import {settings} from '../../tasklist/scripts/settings.js';

export default {
  ...settings('cockpit'),
  // the second, at /cockpit/audit.js, leads to a script whose name carries a hash
  customScripts: ['scripts/cockpit', '../../../cockpit/audit']
};
