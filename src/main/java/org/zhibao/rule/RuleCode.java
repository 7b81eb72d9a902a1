package org.zhibao.rule;

import java.util.regex.Pattern;

/**
 * What rules are called: {@code R10b} is the province's; {@code 430100-R10b} is a rule of that city, which looks at the
 * same thing as the province's rule after the hyphen, if there is one.
 */
final class RuleCode {

    /** The area of the province. */
    static final String PROVINCE = "430000";

    private static final Pattern OWN = Pattern.compile("R[0-9]{2,3}[a-z]?");
    private static final Pattern VALID = Pattern.compile("(43[0-9]{2}00-)?" + OWN.pattern());

    private RuleCode() {
    }

    static boolean isValid(String code) {
        return code != null && VALID.matcher(code).matches();
    }

    /** Whether it is a name without an area. */
    static boolean isOwn(String name) {
        return name != null && OWN.matcher(name).matches();
    }

    /** The province's rule that a city's rule sharpens; the code itself for the province's. */
    static String base(String code) {
        return code.substring(code.indexOf('-') + 1);
    }

    static String in(String area, String name) {
        return area.equals(PROVINCE) ? name : area + "-" + name;
    }
}
