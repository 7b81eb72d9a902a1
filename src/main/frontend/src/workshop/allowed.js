// Leaves out of the editor what the gate would refuse anyway.

const REPLACEMENTS = ['replace-with-script-task', 'replace-with-ad-hoc-subprocess', 'replace-with-collapsed-ad-hoc-subprocess',
  'replace-with-transaction', 'replace-with-complex-gateway'];
const REFUSED_EVENTS = /conditional|compensat|cancel/;
const GROUPS = ['CamundaPlatform__Input', 'CamundaPlatform__Output', 'CamundaPlatform__ConnectorInput',
  'CamundaPlatform__ConnectorOutput', 'CamundaPlatform__FieldInjection', 'CamundaPlatform__ExternalTask',
  'CamundaPlatform__StartInitiator', 'CamundaPlatform__FormData', 'CamundaPlatform__FormDataStartEvent',
  'CamundaPlatform__ProcessVariables', 'CamundaPlatform__CandidateStarter', 'CamundaPlatform__ExecutionListener',
  'CamundaPlatform__TaskListener', 'CamundaPlatform__Tasklist'];
const LATE = 100;

class Allowed {
  constructor(popupMenu, propertiesPanel) {
    popupMenu.registerProvider('bpmn-replace', LATE, this);
    propertiesPanel.registerProvider(LATE, this);
  }

  getPopupMenuEntries() {
    return entries => Object.fromEntries(Object.entries(entries)
      .filter(([id]) => !REPLACEMENTS.includes(id) && !REFUSED_EVENTS.test(id)));
  }

  getGroups() {
    return groups => groups.filter(group => group && !GROUPS.includes(group.id));
  }
}

Allowed.$inject = ['popupMenu', 'propertiesPanel'];

export const onlyAllowed = { __init__: ['zhibaoAllowed'], zhibaoAllowed: ['type', Allowed] };
