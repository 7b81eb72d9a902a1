package org.zhibao.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The key industries of emission reduction (减排重点行业), whose changes counties report each quarter (W30), by the codes of
 * GB/T 4754. They tell a county's units as long as no quarterly list does (W19).
 */
public enum KeyIndustry {
    /** 火电 */
    POWER("441"),
    /** 钢铁 */
    STEEL("311", "312", "313", "314"),
    /** 水泥 */
    CEMENT("301"),
    /** 造纸 */
    PAPER("221", "222"),
    /** 印染 */
    DYEING("171");

    private final List<String> beginnings;

    KeyIndustry(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    /** The key industry that a code of GB/T 4754 belongs to, if it does. */
    public static Optional<KeyIndustry> of(String industryCode) {
        return Arrays.stream(values()).filter(i -> i.beginnings.stream().anyMatch(industryCode::startsWith)).findFirst();
    }
}
