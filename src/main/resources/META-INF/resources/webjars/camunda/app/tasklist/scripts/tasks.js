import {retouch} from './portal.js';
import {texts} from './texts.js';

/**
 * Tasklist as our users need it: the form gets the room, and what no role of ours uses is gone.
 * Task forms dispatch `zhibao:task-done` on `document` when they have completed their task through
 * the API: Tasklist then leaves the task and loads the list again.
 */
const HIDDEN_VIEWS = [
  'create-task-action', 'start-process-action', 'shortcut-help',
  'task-search', 'task-action-comment', 'task-detail-description'
];

const SORTINGS = [
  {label: texts.byDueDate, sortBy: 'dueDate', sortOrder: 'asc'},
  {label: texts.newestFirst, sortBy: 'created', sortOrder: 'desc'},
  {label: texts.oldestFirst, sortBy: 'created', sortOrder: 'asc'}
];

/** Due date, who handles the task, claiming it and putting it back: all that a user may change. */
const META = `
<ul class="zb-meta">
  <li ng-if="task.due" ng-class="{overdue: task.due < now}">
    <span class="zb-label">{{ $root.zb.text.due }}</span>
    <strong>{{ task.due | camDate:'normal' }}</strong>
    <span class="zb-flag" ng-if="task.due < now">{{ $root.zb.text.overdue }}</span>
  </li>
  <li ng-if="hasAssignee() && !isAssignee">
    <span class="zb-label">{{ $root.zb.text.assignee }}</span>
    <strong>{{ assignee.firstName || assignee.lastName ? assignee.firstName + ' ' + assignee.lastName : assignee.id }}</strong>
  </li>
  <li class="zb-claim" ng-if="!hasAssignee()">
    <span class="zb-label">{{ $root.zb.text.unassigned }}</span>
    <button type="button" class="btn btn-primary claim" ng-click="$root.zb.claim(task, taskData)">{{ $root.zb.text.claim }}</button>
  </li>
  <li class="zb-claim" ng-if="isAssignee && groupNames.length">
    <button type="button" class="btn btn-default unclaim" ng-click="$root.zb.unclaim(task, taskData)">{{ $root.zb.text.unclaim }}</button>
  </li>
</ul>`;

const SORTING = `<label class="zb-sorting">
  <span class="sr-only">{{ $root.zb.text.sort }}</span>
  <select ng-model="chosen" ng-change="sort()" ng-options="each.label for each in sortings"></select>
</label>`;

const BACK = `
<button type="button" class="btn btn-link zb-back" ng-if="task" ng-click="$root.zb.closeTask()">&lsaquo; {{ $root.zb.text.backToList }}</button>`;

const WIDEN = `
<button type="button" class="btn btn-link zb-widen" ng-click="$root.zb.widen()"
        aria-pressed="{{ !!$root.zb.wide }}">{{ $root.zb.wide ? $root.zb.text.showList : $root.zb.text.widen }}</button>`;

function asParameter({sortBy, sortOrder}) {
  return JSON.stringify([{sortBy, sortOrder}]);
}

/** Controller of the sorting above the list; AngularJS instantiates it. */
function Sorting($scope, $location, search) {
  $scope.sortings = SORTINGS;
  $scope.chosen = SORTINGS.find(each => asParameter(each) === $location.search().sorting) || SORTINGS[0];
  $scope.sort = () => {
    search.updateSilently({sorting: asParameter($scope.chosen), page: 1});
    $scope.tasklistData.changed('taskListQuery');
  };
}

/** In the list: what the task is about, and the deadline itself instead of "in 3 days". */
function withSubjectAndDates(template) {
  return template
    .replace('<div class="cells-wrapper">', '<div class="zb-subject">{{ task.description }}</div><div class="cells-wrapper">')
    .replace('{{ assigneeDisplayedName(task); }}',
      '{{ task.assignee === $root.authentication.name ? $root.zb.text.mine : assigneeDisplayedName(task) }}')
    .replaceAll('am-time-ago="task.due"', '')
    .replaceAll('{{ task.due }}', "{{ task.due | camDate:'normal' }}");
}

/**
 * Above the form: what the task is about. A task that only one person ever handles has no
 * history worth showing to that person.
 */
function withSubjectAndFewerTabs(template) {
  return BACK + template
    .replace('<div class="definition-name">', '<div class="zb-subject">{{ task.description }}</div><div class="definition-name">')
    .replace('<div class="row tabbed-content">', `<div class="row tabbed-content">${WIDEN}`)
    .replace('ng-repeat="taskDetailTab in taskDetailTabs"', `ng-repeat="taskDetailTab in taskDetailTabs"
      ng-hide="taskDetailTab.id === 'task-detail-history'
               && !(task._embedded.identityLink | filter:{type: 'candidate'}).length"`);
}

const module = window.angular.module('cam.tasklist');

module.config(['$provide', 'ViewsProvider', ($provide, ViewsProvider) => {
  $provide.decorator('Views', ['$delegate', $delegate => {
    const {getProviders} = $delegate;
    $delegate.getProviders = function (options) {
      return getProviders.call(this, options).filter(view => !HIDDEN_VIEWS.includes(view.id)
        && (options.component !== 'tasklist.header' || view.id === 'zb-sorting'));
    };
    return $delegate;
  }]);
  retouch($provide, 'camTasklistFilters', template => template
    .replace('{{ filter.name }}', '{{ $root.zb.text.filters[filter.name] || filter.name }}'));
  retouch($provide, 'camTasks', withSubjectAndDates);
  retouch($provide, 'camTasklistTask', withSubjectAndFewerTabs);
  retouch($provide, 'camTasklistTaskMeta', () => META);
  ViewsProvider.registerDefaultView('tasklist.header', {
    id: 'zb-sorting',
    template: SORTING,
    controller: ['$scope', '$location', 'search', Sorting]
  });
}]);

module.run(['$rootScope', '$location', 'camAPI', 'Notifications', ($rootScope, $location, camAPI, Notifications) => {
  const {classList} = document.body;

  /** Shows who handles the task now; what our form offers depends on it, so the form is loaded anew. */
  const reassigned = (taskData, error) => {
    if (!error && classList.contains('zb-form')) {
      window.location.reload();
      return;
    }
    taskData.changed('task');
    taskData.changed('taskList');
    if (error) {
      // what the platform refuses it explains, naming the person who was faster
      const message = error.message || texts.notClaimedBecause;
      Notifications.addError({status: texts.notClaimed, message, exclusive: true, duration: 10000});
    }
  };

  // Tasklist's own claim leaves the task as it was when another person has been faster
  $rootScope.zb.claim = (task, taskData) => {
    camAPI.resource('task').claim(task.id, $rootScope.authentication.name, error => reassigned(taskData, error));
  };

  $rootScope.zb.unclaim = (task, taskData) => {
    camAPI.resource('task').unclaim(task.id, error => reassigned(taskData, error));
  };

  $rootScope.zb.closeTask = () => {
    const {task, detailsTab, ...rest} = $location.search();
    $location.search(rest);
  };

  $rootScope.zb.widen = () => {
    $rootScope.zb.wide = classList.toggle('zb-wide');
  };

  if (!$location.search().sorting) {
    $location.search('sorting', asParameter(SORTINGS[0])).replace();
  }

  let shown;
  $rootScope.$on('$locationChangeSuccess', () => {
    const {task} = $location.search();
    classList.toggle('zb-task-open', Boolean(task));
    if (task !== shown) {
      shown = task;
      classList.remove('zb-form');
    }
  });

  // our forms complete their task through the API; Tasklist's own buttons would bypass the checks
  $rootScope.$on('embedded.form.rendered', () => {
    classList.toggle('zb-form', Boolean(document.querySelector('[cam-tasklist-form] .zb')));
  });
  document.addEventListener('keypress', event => {
    if (event.ctrlKey && event.target.closest('.form-container')?.querySelector('.zb')) {
      event.stopPropagation();
    }
  }, true);

  // leaving the task also loads the list again
  document.addEventListener('zhibao:task-done', () => $rootScope.$apply($rootScope.zb.closeTask));
}]);
