package org.zhibao.workflow;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.account.SignedIn;
import org.zhibao.filing.FilingActions;
import org.zhibao.refusal.Refusal;

/**
 * Stands before the engine's own web API: lets through only what {@link WebappCalls} lists for the person's role, and has
 * a claim made in Tasklist done by our service, so that it is checked, projected and audited like any other.
 */
class WebappGate extends OncePerRequestFilter {

    private static final Pattern CLAIM =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([0-9a-zA-Z-]+)/(claim|unclaim)");

    private final FilingActions actions;
    private final TaskService tasks;
    private final WebappAnswers answers;

    WebappGate(FilingActions actions, TaskService tasks, WebappAnswers answers) {
        this.actions = actions;
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Actor actor = signedIn.actor();
        Matcher claim = CLAIM.matcher(request.getRequestURI());
        if (claim.matches() && "POST".equals(request.getMethod()) && actor.role() != Role.ADMIN) {
            claim(claim.group(1), "claim".equals(claim.group(2)), actor, request, response);
            return;
        }
        BufferedRequest buffered = BufferedRequest.of(request);
        if (buffered == null || !WebappCalls.allowed(actor, buffered)) {
            answers.refuse(request, response, Refusal.forbidden("webapp.not-for-your-role"));
            return;
        }
        chain.doFilter(buffered, response);
    }

    private void claim(String taskId, boolean take, Actor actor, HttpServletRequest request,
                       HttpServletResponse response) throws IOException {
        // a foreign page can neither read the token nor set the header
        if (request.getHeader("X-XSRF-TOKEN") == null) {
            answers.refuse(request, response, Refusal.forbidden("refusal.stale-page"));
            return;
        }
        try {
            requireClaimable(taskId);
            if (take) {
                actions.claimTask(taskId, actor);
            } else {
                actions.releaseTask(taskId, actor);
            }
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (Refusal refusal) {
            answers.refuse(request, response, refusal);
        }
    }

    /** Tasks of periods, areas, suspensions and changes are done on their pages by whoever comes first. */
    private void requireClaimable(String taskId) {
        boolean ofACourse = tasks.createTaskQuery().taskId(taskId)
                .processDefinitionKeyIn(PeriodVariables.PROCESS, AreaVariables.PROCESS, SuspensionVariables.PROCESS,
                        ChangeVariables.PROCESS)
                .count() > 0;
        if (ofACourse) {
            throw Refusal.conflict("task.no-claim");
        }
    }
}
