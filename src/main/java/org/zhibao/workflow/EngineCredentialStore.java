package org.zhibao.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.CredentialStore;

/** Users, passwords and groups in the engine's identity service, which its webapps read too. */
@Component
class EngineCredentialStore implements CredentialStore {

    private final IdentityService identities;
    private final EngineCalls engine;
    private final BcryptPasswords passwords = new BcryptPasswords();
    private final String unknownUsersHash = passwords.encrypt(UUID.randomUUID().toString());

    EngineCredentialStore(IdentityService identities, EngineCalls engine) {
        this.identities = identities;
        this.engine = engine;
    }

    @Override
    public void create(List<Actor> actors, String password) {
        engine.asSystem(() -> {
            Set<String> groups = new HashSet<>();
            identities.createGroupQuery().list().forEach(g -> groups.add(g.getId()));
            BcryptPasswords.sharing(() -> actors.forEach(actor -> create(actor, password, groups)));
        });
    }

    private void create(Actor actor, String password, Set<String> groups) {
        User user = identities.newUser(actor.userId());
        user.setFirstName(actor.name());
        user.setLastName("");
        user.setPassword(password);
        identities.saveUser(user);
        join(actor.userId(), Groups.of(actor), groups);
    }

    private void join(String userId, List<String> wanted, Set<String> known) {
        for (String group : wanted) {
            if (known.add(group)) {
                Group fresh = identities.newGroup(group);
                fresh.setName(group);
                fresh.setType("WORKFLOW");
                identities.saveGroup(fresh);
            }
            identities.createMembership(userId, group);
        }
    }

    @Override
    public void issue(String userId, String password) {
        BcryptPasswords.drawn(() -> change(userId, password));
    }

    @Override
    public void regroup(Actor actor) {
        engine.asSystem(() -> {
            User user = identities.createUserQuery().userId(actor.userId()).singleResult();
            user.setFirstName(actor.name());
            identities.saveUser(user);
            Set<String> left = new HashSet<>();
            identities.createGroupQuery().groupMember(actor.userId()).list().forEach(group -> left.add(group.getId()));
            List<String> joined = Groups.of(actor).stream().filter(group -> !left.remove(group)).toList();
            left.forEach(group -> identities.deleteMembership(actor.userId(), group));
            if (!joined.isEmpty()) {
                Set<String> known = new HashSet<>();
                identities.createGroupQuery().list().forEach(group -> known.add(group.getId()));
                join(actor.userId(), joined, known);
            }
        });
    }

    @Override
    public void change(String userId, String password) {
        engine.asSystem(() -> {
            User user = identities.createUserQuery().userId(userId).singleResult();
            user.setPassword(password);
            identities.saveUser(user);
        });
    }

    @Override
    public boolean matches(String userId, String password) {
        try {
            if (identities.createUserQuery().userId(userId).count() == 0) {
                // as slow as for a known user, so that nobody learns from the time which users exist
                passwords.check(password, unknownUsersHash);
                return false;
            }
            return identities.checkPassword(userId, password);
        } catch (AuthenticationException lockedOut) {
            return false;
        } catch (IllegalArgumentException absurdlyLong) {
            return false;
        }
    }
}
