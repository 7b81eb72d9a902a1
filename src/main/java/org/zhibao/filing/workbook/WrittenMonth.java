package org.zhibao.filing.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months as people write them, made into {@code 2008-05}. */
final class WrittenMonth {

    private static final Pattern WORDED = Pattern.compile("((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})月?(?:[-/.]?[0-9]{1,2}日?)?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})");
    private static final int LONGEST = 20;

    private WrittenMonth() {
    }

    static Cleaned clean(Raw raw) {
        if (raw.kind() == Raw.Kind.DATE) {
            return Cleaned.as("%04d-%02d".formatted(raw.date().getYear(), raw.date().getMonthValue()),
                    List.of("workbook.cleaned.date"));
        }
        String typed = Written.stripped(raw.text());
        String plain = typed.length() > LONGEST ? typed : Written.plain(typed);
        Matcher worded = WORDED.matcher(plain);
        // 2008.1 as a number may have been 2008.10
        Matcher month = worded.matches() && raw.kind() == Raw.Kind.TEXT ? worded : DIGITS.matcher(plain);
        if (!month.matches()) {
            return Cleaned.as(plain, List.of());
        }
        String value = month.group(1) + "-" + (month.group(2).length() == 1 ? "0" : "") + month.group(2);
        return Cleaned.as(value, value.equals(typed) ? List.of() : List.of("workbook.cleaned.month"));
    }
}
