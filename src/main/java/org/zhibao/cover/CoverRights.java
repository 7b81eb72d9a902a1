package org.zhibao.cover;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;

/** Who may set leave cover for whom: reviewers for themselves, an area's administrator for the reviewers of the area. */
@Component
class CoverRights {

    private static final Set<Role> REVIEWERS = Set.of(Role.CITY, Role.PROVINCE);

    private final Accounts accounts;

    CoverRights(Accounts accounts) {
        this.accounts = accounts;
    }

    void requireMayOpen(Actor actor) {
        if (!REVIEWERS.contains(actor.role()) && actor.role() != Role.ADMIN) {
            throw Refusal.forbidden("cover.not-your-role");
        }
    }

    /** The reviewer who is to be away; refused with 403 unless it is the actor, or one of the administrator's area. */
    Actor requireAbsent(String userId, Actor actor) {
        requireMayOpen(actor);
        if (actor.role() != Role.ADMIN) {
            if (!actor.userId().equals(userId)) {
                throw Refusal.forbidden("cover.own-only");
            }
            return actor;
        }
        Actor absent = accounts.actor(userId).filter(a -> REVIEWERS.contains(a.role()))
                .orElseThrow(() -> Refusal.field("absent", "cover.absent-unknown"));
        requireArea(absent.area(), actor);
        return absent;
    }

    void requireMayEnd(LeaveCover cover, Actor actor) {
        requireMayOpen(actor);
        if (actor.role() == Role.ADMIN) {
            requireArea(cover.summary().area(), actor);
        } else if (!actor.userId().equals(cover.absent())) {
            throw Refusal.forbidden("cover.own-only");
        }
    }

    /** Who may stand in for a reviewer: the enabled ones of the same role and area. */
    List<Actor> colleagues(Actor absent) {
        return accounts.withRole(absent.role()).stream()
                .filter(a -> a.area().equals(absent.area()) && !a.userId().equals(absent.userId())).toList();
    }

    /** Whether a person is a reviewer of this area now: it may have another post since the cover was set. */
    static boolean reviews(Actor person, String area) {
        return REVIEWERS.contains(person.role()) && person.area().equals(area);
    }

    /** The reviewers of an administrator's area. */
    List<Actor> reviewers(Actor administrator) {
        return REVIEWERS.stream().sorted().flatMap(role -> accounts.withRole(role).stream())
                .filter(a -> a.area().startsWith(administrator.areaPrefix())).toList();
    }

    private static void requireArea(String area, Actor administrator) {
        if (!area.startsWith(administrator.areaPrefix())) {
            throw Refusal.forbidden("cover.other-area");
        }
    }

    Stream<Actor> choices(Actor actor) {
        return actor.role() == Role.ADMIN ? reviewers(actor).stream() : colleagues(actor).stream();
    }
}
