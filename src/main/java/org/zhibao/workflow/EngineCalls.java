package org.zhibao.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;

/**
 * Calls into the engine on behalf of a person: the engine's history and authorizations know who it is, and completions
 * are let through by {@link CompletionGuard} only from here.
 */
@Component
class EngineCalls {

    private static final ThreadLocal<Boolean> FROM_SERVICE = ThreadLocal.withInitial(() -> false);

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl configuration;

    EngineCalls(IdentityService identities, ProcessEngineConfigurationImpl configuration) {
        this.identities = identities;
        this.configuration = configuration;
    }

    /** Calls the engine as the actor; a task somebody else was faster with is refused with 409. */
    void as(Actor actor, Runnable call) {
        Authentication before = identities.getCurrentAuthentication();
        boolean nested = FROM_SERVICE.get();
        identities.setAuthentication(actor.userId(), Groups.of(actor));
        FROM_SERVICE.set(true);
        try {
            call.run();
        } catch (TaskAlreadyClaimedException | OptimisticLockingException faster) {
            throw Refusal.conflict("action.somebody-faster");
        } finally {
            FROM_SERVICE.set(nested);
            restore(before);
        }
    }

    /** Calls the engine as nobody in particular, without authorization checks. */
    void asSystem(Runnable call) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            call.run();
        } finally {
            restore(before);
        }
    }

    /** Completes a task where nobody in particular acts: demo data. */
    void unattended(Runnable call) {
        boolean nested = FROM_SERVICE.get();
        FROM_SERVICE.set(true);
        try {
            asSystem(call);
        } finally {
            FROM_SERVICE.set(nested);
        }
    }

    /** Calls the engine without its authorization checks, keeping who the actor is. */
    void trusted(Runnable call) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.runWithoutAuthorization(() -> {
                call.run();
                return null;
            });
            return null;
        });
    }

    /** Whether the engine was called by one of our services, rather than by one of the engine's own webapps. */
    static boolean fromService() {
        return FROM_SERVICE.get();
    }

    private void restore(Authentication before) {
        if (before == null) {
            identities.clearAuthentication();
        } else {
            identities.setAuthentication(before.getUserId(), before.getGroupIds() == null ? List.of()
                    : before.getGroupIds());
        }
    }
}
