package org.zhibao.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of an object in the trail, such as {@code filing/2026Q3/183810013}, says about its unit and period. */
final class AuditSubject {

    private static final Pattern PERIOD = Pattern.compile("(?<![^/])\\d{4}Q[1-4](?![^/])");
    private static final Pattern ORG_CODE = Pattern.compile("(?<![^/])[0-9A-Z]{9}(?![^/])");

    /** What is done to a roster or a suspension names the unit first. */
    private static final Pattern NAMED_FIRST = Pattern.compile("^[0-9A-Z]{9}(?![0-9A-Za-z])");

    private AuditSubject() {
    }

    /** The code (GB 11714, without its hyphen) of the unit a deed is about; null if it is not about one. */
    static String orgCode(String subject, String detail) {
        String named = first(ORG_CODE, subject);
        return named != null ? named : first(NAMED_FIRST, detail);
    }

    /** The reporting period; null if the object is not one of a period. */
    static String period(String subject) {
        return first(PERIOD, subject);
    }

    private static String first(Pattern wanted, String subject) {
        Matcher found = wanted.matcher(subject);
        return found.find() ? found.group() : null;
    }
}
