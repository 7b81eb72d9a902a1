import {retouch} from '../../tasklist/scripts/portal.js';
import {texts} from '../../tasklist/scripts/texts.js';
import {translateTables} from './tables.js';

/**
 * Cockpit as our auditors and administrators need it: it only shows. What changes a process goes
 * through our own pages, which check and audit it.
 */
const CHANGES = /^cockpit\.(incident|jobDefinition|processDefinition\.runtime|processInstance\.runtime|repository\.deployment)\.action$/;

/** The engine answers no list without a limit; Cockpit asks for all versions of a definition without one. */
const MOST_VERSIONS = 200;

/** What Cockpit says in English whatever the language. */
function translated(template) {
  return Object.entries(texts.wired).reduce((text, [english, ours]) => text.replaceAll(english, ours), template);
}

/** Values as text, not as fields to edit or as links into Tasklist, which auditors do not have. */
function plain(template) {
  return template
    .replace(/<cam-in-place-text-field[^>]*property="assignee"[^>]*>/, '{{ userTask.assignee }}')
    .replace(/<a ng-href="{{ getTasklistHref\(userTask\) }}"[^>]*>{{ userTask\.id }}<\/a>/, '{{ userTask.id }}');
}

/** `2026-11-30T17:00:00` as people write it. */
function readable(date) {
  return typeof date === 'string' ? date.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/, '$1 $2') : date;
}

const module = window.angular.module('cam.cockpit');

module.config(['$provide', $provide => {
  $provide.decorator('Views', ['$delegate', $delegate => {
    const {getProviders} = $delegate;
    $delegate.getProviders = function (options) {
      if (CHANGES.test(options.component)) {
        return [];
      }
      const views = getProviders.call(this, options);
      views.filter(view => typeof view.template === 'string').forEach(view => {
        view.template = plain(translated(view.template));
      });
      return views;
    };
    return $delegate;
  }]);
  $provide.decorator('ResourceResolver', ['$delegate', $delegate => {
    const {getByRouteParam} = $delegate;
    $delegate.getByRouteParam = (param, options) =>
      getByRouteParam(param, {...options, name: texts.resources[options.name] || options.name});
    return $delegate;
  }]);
  $provide.decorator('camDateFilter', ['$delegate', $delegate => (...args) => readable($delegate(...args))]);
  retouch($provide, 'camWidgetBpmnViewer', translated);
  retouch($provide, 'camWidgetDmnViewer', translated);
  retouch($provide, 'timeToLive', template => template.replace(/<a\b[^>]*>/, '<span>').replace('</a>', '</span>'));
}]);

module.run(['camAPI', camAPI => {
  ['process-definition', 'decision-definition'].map(name => camAPI.resource(name)).forEach(definitions => {
    const {list} = definitions;
    definitions.list = (query, done) => list.call(definitions, {maxResults: MOST_VERSIONS, ...query}, done);
  });
}]);

translateTables();
