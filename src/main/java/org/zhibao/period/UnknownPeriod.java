package org.zhibao.period;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** No period of this code has been planned. */
public class UnknownPeriod extends Refusal {

    UnknownPeriod(String code) {
        super(Kind.NOT_FOUND, new Text("period.unknown", String.valueOf(code)), List.of(), Map.of());
    }
}
