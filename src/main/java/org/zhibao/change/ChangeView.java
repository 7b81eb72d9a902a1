package org.zhibao.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingSummary;
import org.zhibao.suspension.Evidence;

/**
 * A change as one person sees it.
 *
 * @param unit        master data of a new unit by field; empty for other changes
 * @param evidence    the attached files in the order they came
 * @param letters     every act, oldest first
 * @param open        reports of the unit about which somebody still has something to do
 * @param mayDecide   whether the reader may confirm or refuse it now
 * @param mayWithdraw whether the reader may take it back now
 * @param mayAttach   whether the reader may add evidence now
 */
public record ChangeView(ChangeSummary change, Map<String, String> unit, List<Evidence> evidence, List<Letter> letters,
                         List<FilingSummary> open, boolean mayDecide, boolean mayWithdraw, boolean mayAttach) {

    /** One act. */
    public record Letter(ChangeAct action, Role role, String userName, String reason, Instant at) {
    }
}
