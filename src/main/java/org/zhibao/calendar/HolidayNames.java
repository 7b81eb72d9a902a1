package org.zhibao.calendar;

import java.util.Map;
import org.zhibao.refusal.Refusal;

/** The usual holidays' names in other languages; notices name them in Chinese. */
public final class HolidayNames {

    private static final Map<String, String> KEYS = Map.of("元旦", "NEW_YEAR", "春节", "SPRING_FESTIVAL", "清明节",
            "TOMB_SWEEPING", "劳动节", "LABOUR", "端午节", "DRAGON_BOAT", "中秋节", "MID_AUTUMN", "国庆节", "NATIONAL",
            "国庆中秋", "NATIONAL_AND_MID_AUTUMN", "国庆节、中秋节", "NATIONAL_AND_MID_AUTUMN", "抗战胜利日", "VICTORY");

    private HolidayNames() {
    }

    /** A translatable text for a usual holiday; any other name as it is. An argument for {@link Refusal.Text}. */
    public static Object text(String name) {
        String key = KEYS.get(name);
        return key == null ? name : new Refusal.Text("calendar.holiday." + key);
    }
}
