import { showCase } from './audit/casefile.js';
import { showQuarter } from './audit/quarter.js';
import { showSearch } from './audit/search.js';
import { texts } from './audit/texts.js';
import { h } from './dom.js';

const SEARCH = '/audit';
const CASE = '/audit/cases/:caseId';
const QUARTER = '/audit/quarter';

/** The style sheet's address carries a hash, which only the server knows. */
function dress(css) {
  if (css && !document.querySelector(`link[href="${css}"]`)) {
    document.head.append(h('link', { rel: 'stylesheet', href: css }));
  }
}

/** A part of Cockpit drawn by us; what is still being loaded when the reader leaves draws nothing any more. */
function part(id, pluginPoint, properties, css, show) {
  let shown = null;
  return {
    id,
    pluginPoint,
    priority: 5,
    properties,
    render(node) {
      dress(css);
      const root = h('div', { class: 'zb-audit' });
      node.append(root);
      shown = { live: true };
      show(root, shown);
    },
    unmount() {
      if (shown) shown.live = false;
    },
  };
}

const page = (id, path, css, show) => part(id, 'cockpit.route', { path }, css, (root, shown) => {
  document.title = `${document.title.split(' | ')[0]} | ${texts.audit}`;
  show(root, shown);
});

/** What Cockpit is to add: an entry above and the pages behind it. */
export function plugins(css) {
  return [
    {
      id: 'zb-audit',
      pluginPoint: 'cockpit.navigation',
      priority: 110,
      properties: {
        label: texts.audit,
        pagePath: '#/audit',
        checkActive: address => address.includes('#/audit'),
      },
    },
    page('zb-audit-search', SEARCH, css, showSearch),
    page('zb-audit-case', CASE, css, showCase),
    page('zb-audit-quarter', QUARTER, css, showQuarter),
    part('zb-audit-dashboard', 'cockpit.dashboard', {}, css, showQuarter),
  ];
}
