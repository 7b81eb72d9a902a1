package org.zhibao.period;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** No period of this code has been planned. */
public class UnknownPeriod extends Refusal {

    private static final int LONGEST = 20;

    UnknownPeriod(String code) {
        super(Kind.NOT_FOUND, new Text("period.unknown", shortened(code)), List.of(), Map.of());
    }

    private static String shortened(String code) {
        return code == null || code.length() <= LONGEST ? String.valueOf(code) : code.substring(0, LONGEST) + "…";
    }
}
