import {switchLanguage} from './language.js';
import {texts} from './texts.js';

/**
 * What every webapp shares with the portal: the header and the session. Signing in and out
 * belongs to the portal, so the webapp's own login view never shows.
 */
const appName = document.querySelector('base').getAttribute('app-name');

const HEADER = `
<div class="zb-header">
  <a class="zb-brand" href="/" title="{{ $root.zb.text.slogan }}">
    <span class="zb-mark" aria-hidden="true">直</span>
    <span class="zb-product">{{ $root.zb.text.product }}</span>
  </a>
  <a class="zb-app" href="#/">{{ $root.zb.text[$root.zb.app] }}</a>
  <div class="zb-sections" ng-transclude></div>
  <nav class="zb-menu" ng-class="{open: menuOpen}">
    <button type="button" class="zb-menu-toggle" ng-click="menuOpen = !menuOpen"
            aria-expanded="{{ !!menuOpen }}" aria-label="{{ $root.zb.text.menu }}">&#9776;</button>
    <ul>
      <li><a href="/">{{ $root.zb.text.home }}</a></li>
      <li ng-repeat="(name, app) in apps" ng-if="showAppDropDown">
        <a ng-href="{{ ':appRoot/app/' + name + '/:engine/' | uri }}">{{ $root.zb.text[name] }}</a>
      </li>
      <li><button type="button" ng-click="$root.zb.switchLanguage()">{{ $root.zb.text.otherLanguage }}</button></li>
      <li class="zb-user" ng-if="authentication.name">{{ userName || authentication.name }}</li>
      <li ng-if="authentication.name"><button type="button" ng-click="logout()">{{ $root.zb.text.signOut }}</button></li>
    </ul>
  </nav>
</div>`;

function goTo(path) {
  window.location.assign(path);
}

const module = window.angular.module(`cam.${appName}`);

/** Gives the named directive what `change` makes of its template. */
export function retouch($provide, directive, change) {
  $provide.decorator(`${directive}Directive`, ['$delegate', $delegate => {
    $delegate[0].template = change($delegate[0].template);
    return $delegate;
  }]);
}

module.config(['$provide', $provide => {
  retouch($provide, 'camWidgetHeader', () => HEADER);
  $provide.decorator('AuthenticationService', ['$delegate', $delegate => {
    $delegate.logout = () => goTo('/sign-out');
    return $delegate;
  }]);
}]);

module.run(['$rootScope', '$location', ($rootScope, $location) => {
  $rootScope.zb = {text: texts, app: appName, switchLanguage};
  // the webapp would show its own form; the portal asks for the password, certificate and network
  const signIn = event => {
    event.preventDefault();
    goTo('/login');
  };
  $rootScope.$on('authentication.login.required', signIn);
  $rootScope.$on('$routeChangeStart', event => {
    if ($location.path() === '/login') {
      signIn(event);
    }
  });
}]);
