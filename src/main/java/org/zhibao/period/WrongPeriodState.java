package org.zhibao.period;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** A period cannot move on from the state it is in. */
public class WrongPeriodState extends Refusal {

    WrongPeriodState(String code, PeriodState state, PeriodState wanted) {
        super(Kind.CONFLICT, new Text("period.wrong-state", code, new Text("period.state." + state),
                new Text("period.state." + wanted)), List.of(), Map.of());
    }
}
