package org.zhibao.period;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deadlines worked out a second time, in another way: the days around a month are written as a string, one character for
 * each ({@code .} worked, {@code w} weekend, {@code H} off by a notice), and the policies are searches in it. Shares no
 * code with the platform. The days of 2013, 2014, 2025 and 2026 are as in the notices; those of other years come from the
 * library's raw data.
 */
final class DeadlinesByHand {

    private static final Pattern BREAK = Pattern.compile("[wH]*H[wH]*");
    private static final Pattern ROW = Pattern.compile("[wH]{3,}");
    private static final int BEFORE = 40;
    private static final int LENGTH = 140;

    private static final Map<Integer, String[]> NOTICES = Map.of(
            2013, new String[] {"1.1-3 2.9-15 4.4-6 4.29-5.1 6.10-12 9.19-21 10.1-7",
                "1.5 1.6 2.16 2.17 4.7 4.27 4.28 6.8 6.9 9.22 9.29 10.12"},
            2014, new String[] {"1.1 1.31-2.6 4.5-7 5.1-3 5.31-6.2 9.6-8 10.1-7", "1.26 2.8 5.4 9.28 10.11"},
            2025, new String[] {"1.1 1.28-2.4 4.4-6 5.1-5 5.31-6.2 10.1-8", "1.26 2.8 4.27 9.28 10.11"},
            2026, new String[] {"1.1-3 2.15-23 4.4-6 5.1-5 6.19-21 9.25-27 10.1-7",
                "1.4 2.14 2.28 5.9 9.20 10.10"});

    private final Map<LocalDate, Character> announced = new TreeMap<>();

    DeadlinesByHand() {
        for (int year = 2013; year <= 2026; year++) {
            String[] notice = NOTICES.get(year);
            if (notice == null) {
                library(year);
            } else {
                enter(year, notice[0], 'H');
                enter(year, notice[1], '.');
            }
        }
    }

    /** The three days of a period by a policy. */
    List<LocalDate> days(String period, String policy) {
        int year = Integer.parseInt(period.substring(0, 4));
        int quarter = period.charAt(5) - '0';
        boolean pilot = period.equals("2013Q3");
        LocalDate month = pilot ? LocalDate.of(2013, 11, 1)
                : quarter == 4 ? LocalDate.of(year + 1, 1, 1) : LocalDate.of(year, quarter * 3 + 1, 1);
        int[] nominal = pilot ? new int[] {5, 10, 15} : new int[] {7, 12, 17};
        String line = line(month.minusDays(BEFORE));
        List<LocalDate> days = new ArrayList<>();
        int shift = 0;
        for (int stage = 0; stage < nominal.length; stage++) {
            int at = BEFORE + nominal[stage] - 1;
            int due = switch (policy) {
                case "NONE" -> at;
                case "ROLL_STATUTORY" -> inBreak(line, at) ? line.indexOf('.', at) : at;
                case "ROLL_NON_WORKING" -> line.indexOf('.', at);
                case "EXTEND_BY_RUN" -> line.indexOf('.', at + inRows(line.substring(BEFORE, at + 1)));
                case "ROLL_AND_CASCADE" -> stage == 0 ? (inBreak(line, at) ? line.indexOf('.', at) : at)
                        : shift == 0 ? at : line.indexOf('.', at + shift);
                default -> throw new IllegalArgumentException(policy);
            };
            if (stage == 0) {
                shift = due - at;
            }
            days.add(month.plusDays(due - BEFORE));
        }
        return days;
    }

    private static boolean inBreak(String line, int at) {
        Matcher found = BREAK.matcher(line);
        while (found.find()) {
            if (found.start() <= at && at < found.end()) {
                return true;
            }
        }
        return false;
    }

    private static int inRows(String term) {
        return ROW.matcher(term).results().mapToInt(row -> row.end() - row.start()).sum();
    }

    private String line(LocalDate first) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            LocalDate day = first.plusDays(i);
            line.append(announced.getOrDefault(day, day.getDayOfWeek().getValue() > 5 ? 'w' : '.'));
        }
        return line.toString();
    }

    private void enter(int year, String ranges, char mark) {
        for (String range : ranges.split(" ")) {
            String[] ends = range.split("-");
            String[] from = ends[0].split("\\.");
            LocalDate first = LocalDate.of(year, Integer.parseInt(from[0]), Integer.parseInt(from[1]));
            LocalDate last = first;
            if (ends.length == 2) {
                String[] to = ends[1].contains(".") ? ends[1].split("\\.") : new String[] {from[0], ends[1]};
                last = LocalDate.of(year, Integer.parseInt(to[0]), Integer.parseInt(to[1]));
            }
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                announced.put(day, mark);
            }
        }
    }

    private void library(int year) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= LocalDate.of(year, month, 1).lengthOfMonth(); day++) {
                LegalHoliday known = LegalHoliday.fromYmd(year, month, day);
                if (known != null) {
                    announced.put(LocalDate.of(year, month, day), known.isWork() ? '.' : 'H');
                }
            }
        }
    }
}
