package org.zhibao.period;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** A period cannot be planned as asked. */
public class PlanRefused extends Refusal {

    /** Why. */
    public enum Reason {
        /** The quarter has a period already. */
        ALREADY_PLANNED,
        /** The deadlines are not in the order enterprise, city, province, each on a day of its own. */
        WRONG_ORDER,
        /** The enterprises' deadline is over. */
        PAST
    }

    private final Reason reason;

    PlanRefused(Quarter quarter, Reason reason) {
        super(reason == Reason.ALREADY_PLANNED ? Kind.CONFLICT : Kind.UNPROCESSABLE,
                new Text("period.plan-refused." + reason, quarter.code()), List.of(), Map.of());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
