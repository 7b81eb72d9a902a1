package org.zhibao.cover;

import java.time.LocalDate;
import java.util.List;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;

/** What is wrong with leave cover that somebody wants to set. */
final class CoverCheck {

    static final int LONGEST_DAYS = 90;
    static final int SHORTEST_REASON = 2;
    static final int LONGEST_REASON = 200;

    private CoverCheck() {
    }

    static void requireDays(CoverRequest request, LocalDate today) {
        if (request.firstDay() == null || request.firstDay().isBefore(today)) {
            throw Refusal.field("from", "cover.past");
        }
        if (request.lastDay() == null || request.lastDay().isBefore(request.firstDay())) {
            throw Refusal.field("until", "cover.order");
        }
        if (request.firstDay().plusDays(LONGEST_DAYS).isBefore(request.lastDay())) {
            throw Refusal.field("until", "cover.too-long", LONGEST_DAYS);
        }
    }

    static void requireReason(String reason) {
        Texts.line("reason", reason, SHORTEST_REASON, LONGEST_REASON, "cover.reason");
    }

    /**
     * Refuses a second leave at the same time, and any chain: who stands in is there, and who goes away stands in for
     * nobody.
     *
     * @param current what is set for the two already and not over
     */
    static void requireNoConflict(CoverRequest request, Actor absent, Actor colleague, List<LeaveCover> current) {
        for (LeaveCover other : current.stream().filter(c -> c.covers(request.firstDay(), request.lastDay())).toList()) {
            CoverSummary there = other.summary();
            if (other.absent().equals(absent.userId())) {
                throw Refusal.conflict("cover.overlap", absent.name(), there.firstDay().toString(),
                        there.lastDay().toString());
            }
            if (other.absent().equals(colleague.userId())) {
                throw Refusal.conflict(other.colleague().equals(absent.userId()) ? "cover.circle" : "cover.colleague-away",
                        colleague.name(), there.firstDay().toString(), there.lastDay().toString());
            }
            if (other.colleague().equals(absent.userId())) {
                throw Refusal.conflict("cover.stands-in", absent.name(), there.absentName(), there.firstDay().toString(),
                        there.lastDay().toString());
            }
        }
    }
}
