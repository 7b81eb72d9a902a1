package org.zhibao.account;

import java.util.List;

/** Keeps user names and passwords; the workflow engine's identity service is the one behind it, so that its webapps know the same people. */
public interface CredentialStore {

    /** Creates the users that do not exist yet, with their password and the groups that follow from role and area. */
    void create(List<Actor> actors, String password);

    /** Whether this is the user's password; takes as long for an unknown user. */
    boolean matches(String userId, String password);

    /** Sets another password, chosen by a person. */
    void change(String userId, String password);

    /** Sets another password, drawn at random and long enough that nobody could try them all. */
    void issue(String userId, String password);

    /** Has a user's name and groups follow from what it acts as now. */
    void regroup(Actor actor);
}
