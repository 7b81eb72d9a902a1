package org.zhibao.period;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** A period cannot move on from the state it is in. */
public class WrongPeriodState extends Refusal {

    private final PeriodState state;

    WrongPeriodState(String code, PeriodState state) {
        super(Kind.CONFLICT, new Text("period.wrong-state", code, new Text("period.state." + state)), List.of(),
                Map.of());
        this.state = state;
    }

    /** The state it is in. */
    public PeriodState state() {
        return state;
    }
}
