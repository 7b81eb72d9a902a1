package org.zhibao.workflow;

import java.util.List;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/** The engine's groups: one per role, and for reviewers one per area, whose members may claim its tasks. */
final class Groups {

    static final String ADMINISTRATORS = "camunda-admin";

    private Groups() {
    }

    static String ofRole(Role role) {
        return role == Role.ADMIN ? ADMINISTRATORS : role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Reviewers of an area given by its region code. */
    static String reviewersOf(String area) {
        return "reviewers" + area;
    }

    /** Reviewers of the province a region lies in. */
    static String provinceReviewersOf(String region) {
        return reviewersOf(region.substring(0, 2) + "0000");
    }

    static List<String> of(Actor actor) {
        return switch (actor.role()) {
            case CITY, PROVINCE -> List.of(ofRole(actor.role()), reviewersOf(actor.area()));
            // an area's administrators and auditors, and who only reads our pages, have no business in the engine
            case ADMIN, AUDITOR -> actor.sight() == actor.role() ? List.of(ofRole(actor.role())) : List.of();
            case SECURITY, SUPPORT, GROUP -> List.of();
            case ENTERPRISE, COUNTY -> List.of(ofRole(actor.role()));
        };
    }
}
