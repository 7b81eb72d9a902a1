import {texts} from './texts.js';

/**
 * Tasklist as our users need it: the form gets the room, and what no role of ours uses is gone.
 * Offers the task forms one event on `document`: `zhibao:task-done` leaves the task they completed
 * through the API and refreshes the list.
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
    <button type="button" class="btn btn-primary claim" ng-click="claim()" ng-disabled="submitInProgress">{{ $root.zb.text.claim }}</button>
  </li>
  <li class="zb-claim" ng-if="isAssignee && groupNames.length">
    <button type="button" class="btn btn-default unclaim" ng-click="unclaim()" ng-disabled="submitInProgress">{{ $root.zb.text.unclaim }}</button>
  </li>
</ul>`;

const SORTING = `
<label class="zb-sorting">
  <span class="sr-only">{{ $root.zb.text.sort }}</span>
  <select ng-model="chosen" ng-change="sort()" ng-options="each.label for each in sortings"></select>
</label>`;

const TASK_BAR = `
<div class="zb-task-bar">
  <button type="button" class="btn btn-link zb-back" ng-click="$root.zb.closeTask()">&lsaquo; {{ $root.zb.text.backToList }}</button>
</div>`;

function asParameter({sortBy, sortOrder}) {
  return JSON.stringify([{sortBy, sortOrder}]);
}

/** Gives the named directive what `change` makes of its template. */
function retouch($provide, directive, change) {
  $provide.decorator(`${directive}Directive`, ['$delegate', $delegate => {
    $delegate[0].template = change($delegate[0].template);
    return $delegate;
  }]);
}

/** "in 3 days" is no deadline: says the date and time instead. */
function withDates(template) {
  return template
    .replaceAll('am-time-ago="task.due"', '')
    .replaceAll('{{ task.due }}', "{{ task.due | camDate:'normal' }}");
}

/** A task that only one person ever handles has no history worth showing to that person. */
function withFewerTabs(template) {
  return template.replace('ng-repeat="taskDetailTab in taskDetailTabs"',
    `ng-repeat="taskDetailTab in taskDetailTabs"
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
  retouch($provide, 'camTasks', withDates);
  retouch($provide, 'camTasklistTask', template => TASK_BAR + withFewerTabs(template));
  retouch($provide, 'camTasklistTaskMeta', () => META);
  ViewsProvider.registerDefaultView('tasklist.header', {
    id: 'zb-sorting',
    template: SORTING,
    controller: ['$scope', '$location', 'search', ($scope, $location, search) => {
      $scope.sortings = SORTINGS;
      $scope.chosen = SORTINGS.find(each => asParameter(each) === $location.search().sorting) || SORTINGS[0];
      $scope.sort = () => {
        search.updateSilently({sorting: asParameter($scope.chosen), page: 1});
        $scope.tasklistData.changed('taskListQuery');
      };
    }]
  });
}]);

module.run(['$rootScope', '$location', ($rootScope, $location) => {
  const {classList} = document.body;

  $rootScope.zb.closeTask = () => {
    const {task, detailsTab, ...rest} = $location.search();
    $location.search(rest);
  };

  if (!$location.search().sorting) {
    $location.search('sorting', asParameter(SORTINGS[0])).replace();
  }

  $rootScope.$on('$locationChangeSuccess', () => {
    classList.toggle('zb-task-open', Boolean($location.search().task));
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

  document.addEventListener('zhibao:task-done', () => $rootScope.$apply(() => {
    $rootScope.zb.closeTask();
    $rootScope.$broadcast('refresh');
  }));
}]);
