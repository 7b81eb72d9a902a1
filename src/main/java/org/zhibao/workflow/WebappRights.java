package org.zhibao.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Role;

/** Gives each role its rights in the engine's webapps, once; tasks bring their own with assignee and candidate group. */
@Component
@Order(10)
class WebappRights implements ApplicationRunner {

    private static final List<Role> TASKLIST = List.of(Role.ENTERPRISE, Role.CITY, Role.PROVINCE);
    private static final List<Role> COCKPIT = List.of(Role.AUDITOR, Role.ADMIN);
    private static final String FILTER = "我的待办";

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    WebappRights(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        String filter = taskFilter();
        for (Role role : TASKLIST) {
            grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(role, Resources.FILTER, filter, Permissions.READ);
            grant(role, Resources.PROCESS_DEFINITION, FilingVariables.PROCESS, Permissions.READ);
        }
        for (Role role : List.of(Role.CITY, Role.PROVINCE)) {
            grant(role, Resources.PROCESS_DEFINITION, AreaVariables.PROCESS, Permissions.READ);
        }
        grant(Role.CITY, Resources.PROCESS_DEFINITION, SuspensionVariables.PROCESS, Permissions.READ);
        grant(Role.CITY, Resources.PROCESS_DEFINITION, ChangeVariables.PROCESS, Permissions.READ);
        grant(Role.PROVINCE, Resources.PROCESS_DEFINITION, PeriodVariables.PROCESS, Permissions.READ);
        for (Role role : COCKPIT) {
            letRead(role);
        }
    }

    /** All that Cockpit shows, and nothing that changes it: our own pages do that, with checks and audit. */
    private void letRead(Role role) {
        grant(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(role, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(role, Resources.TASK, Authorization.ANY, Permissions.READ);
        grant(role, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(role, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
    }

    /** One filter for all: with authorization on, it shows everyone only their own tasks. */
    private String taskFilter() {
        Filter existing = filters.createFilterQuery().filterName(FILTER).singleResult();
        if (existing != null) {
            return existing.getId();
        }
        Filter filter = filters.newTaskFilter(FILTER);
        filter.setProperties(Map.of("description", "", "priority", 0, "refresh", true, "showUndefinedVariable", false));
        filter.setQuery(tasks.createTaskQuery().orderByDueDate().asc());
        return filters.saveFilter(filter).getId();
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        String group = Groups.ofRole(role);
        boolean there = authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource)
                .resourceId(id).count() > 0;
        if (!there) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }
}
