package org.zhibao.workflow;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhibao.period.BadDeadlineRule;
import org.zhibao.period.BadDeadlineRule.Reason;
import org.zhibao.period.DeadlinePolicy;
import org.zhibao.period.DeadlineRules;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.NominalDay;
import org.zhibao.period.Quarter;

/** Answers the period's questions from the latest version of {@code deadlines.dmn}. */
@Component
class DmnDeadlineRules implements DeadlineRules {

    private static final int NOT_AN_INTEGER = -1;

    private final DecisionTables tables;

    DmnDeadlineRules(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public NominalDay nominalDay(DeadlineStage stage, Quarter quarter) {
        Map<String, Object> row = tables.oneRow(NOMINAL, Map.of("stage", stage.name(), "period", number(quarter)));
        NominalDay day = new NominalDay(integer(row.get("monthOffset")), integer(row.get("day")));
        if (day.after(quarter).isEmpty()) {
            throw new BadDeadlineRule(Reason.IMPOSSIBLE_DAY, NOMINAL,
                    "period=" + number(quarter) + ", stage=" + stage, row.toString());
        }
        return day;
    }

    @Override
    public DeadlinePolicy policy(Quarter quarter) {
        Object named = tables.oneRow(POLICY, Map.of("period", number(quarter))).get("policy");
        for (DeadlinePolicy policy : DeadlinePolicy.values()) {
            if (policy.name().equals(named)) {
                return policy;
            }
        }
        throw new BadDeadlineRule(Reason.UNKNOWN_POLICY, POLICY, "period=" + number(quarter), String.valueOf(named));
    }

    /** {@code 20133} for the third quarter of 2013, so that rows can compare. */
    private static int number(Quarter quarter) {
        return quarter.year() * 10 + quarter.number();
    }

    private static int integer(Object value) {
        return value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
                ? number.intValue() : NOT_AN_INTEGER;
    }
}
