package org.zhibao.indicator;

import java.util.List;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/** Indicators as an administrator might add them. */
public final class IndicatorSamples {

    private IndicatorSamples() {
    }

    /** Mud from river dredging, in 吨, asked of everyone. */
    public static AddedIndicator number(String zh, String en) {
        return new AddedIndicator(zh, en, "F", "吨", ValueType.NUMBER, 12, 2, 0, "", false, Set.of(), List.of(),
                "按台账填写本季度数量。", "The quantity of the quarter by the ledger.");
    }

    static AddedIndicator with(AddedIndicator of, String section, String unit, int precision, int scale) {
        return new AddedIndicator(of.zh(), of.en(), section, unit, of.type(), precision, scale, of.length(),
                of.dictionary(), of.required(), of.kinds(), of.industries(), of.helpZh(), of.helpEn());
    }

    static AddedIndicator typed(ValueType type, int length, String dictionary) {
        return new AddedIndicator("疏浚底泥去向", "Where the mud goes", "F", "吨", type, 12, 2, length, dictionary, false,
                Set.of(), List.of(), "", "");
    }

    /** Asked of some only. */
    public static AddedIndicator asked(String zh, String en, boolean required, Set<SourceKind> kinds,
                                       List<String> industries) {
        return new AddedIndicator(zh, en, "F", "吨", ValueType.NUMBER, 12, 2, 0, "", required, kinds, industries, "", "");
    }
}
