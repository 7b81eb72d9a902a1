import {settings} from './settings.js';

export default {
  ...settings('tasklist'),
  customScripts: ['scripts/tasks'],
  shortcuts: {}
};
