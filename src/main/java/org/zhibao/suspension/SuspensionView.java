package org.zhibao.suspension;

import java.time.Instant;
import java.util.List;
import org.zhibao.account.Role;

/**
 * A suspension as one person sees it.
 *
 * @param evidence    the attached files in the order they came
 * @param letters     every act, oldest first
 * @param filings     the reports of the unit in its periods, oldest first
 * @param mayDecide   whether the reader may verify it now
 * @param mayWithdraw whether the reader may take it back now
 * @param mayAttach   whether the reader may add evidence now
 */
public record SuspensionView(SuspensionSummary suspension, List<Evidence> evidence, List<Letter> letters,
                             List<Report> filings, boolean mayDecide, boolean mayWithdraw, boolean mayAttach) {

    /** One act; without a role nobody did it. */
    public record Letter(SuspensionAct action, Role role, String userName, String reason, Instant at) {
    }

    /** A report of the unit. */
    public record Report(long filingId, String period, String status) {
    }

    /** What the city said when it decided; empty if nothing. */
    public String verdict() {
        return letters.stream().filter(l -> l.action() == SuspensionAct.ACCEPT || l.action() == SuspensionAct.REFUSE)
                .map(Letter::reason).findFirst().orElse("");
    }
}
