package org.zhibao.account;

import org.springframework.security.core.AuthenticationException;

/** The password was right, the way in was not: it takes the private network or one's own valid certificate (W18). */
public class EntryRefused extends AuthenticationException {

    private final EntryProblem problem;

    EntryRefused(EntryProblem problem) {
        super("not let in: " + problem.key());
        this.problem = problem;
    }

    public EntryProblem problem() {
        return problem;
    }
}
