package org.zhibao.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.zhibao.indicator.Dictionary;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.RowGroup;

/** Makes up reports in which figures lie on the thresholds of rules and beside them, blank, absurd, or of many digits. */
final class ReportMaker {

    private static final String[] ODD = {null, null, "", "NA", "NA", "0", "0", "0.00", "1", "0.0001", "-3", "abc", "1e9", " ",
        "9999999999.99", "98765432109876543210.123456789", "0.3333333333333333333", "100", "100.01", "E", "\""};
    private static final String[] FACTORS = {"0.5", "0.7", "0.8", "0.95", "0.99", "1", "1.01", "1.05", "1.1", "1.2", "1.3", "1.5",
        "1.6", "1.7", "2", "0.001", "1000", "10000", "0.0001", "1.05", "950", "0.2", "0.05"};
    private static final String[] NUDGES = {"0", "0", "0", "0.01", "-0.01", "0.0001", "-0.0001", "0.000001"};
    private static final String[] DIVISORS = {"1", "1", "100", "1000", "10000", "100000", "1000000"};
    private static final String[] STARTS =
            {"2013-07-01", "2014-04-01", "2014-07-01", "2024-01-01", "2025-10-01", "2026-07-01", "2026-10-01"};
    private static final String[] INDUSTRIES = {"4411", "4430", "3011", "2211", "2212", "2221", "0912", "3212", "9999", "06"};
    /** A cell, and two others whose product or sum rules compare it with. */
    private static final String[][] RELATIONS = {{"A27", "A28", "A29"}, {"B03", "B04", "B05"}, {"B07", "B03", "B09"},
        {"B11", "B03", "B13"}, {"B06", "B01", "B08"}, {"B10", "B01", "B12"}, {"C01", "C02", "C03"}, {"C05", "C01", "C06"},
        {"C08", "C01", "C09"}, {"C11", "C01", "C12"}, {"C04", "A31", "A32"}, {"D03", "D04", "D05"}, {"D16", "D03", "D08"},
        {"B02", "B01", "B01"}, {"E03", "B02", "B02"}, {"B05", "B03", "B03"}, {"D03", "D01", "D02"}, {"D25", "D03", "D03"}};
    private static final int EDITS_ON_ONE_REPORT = 6;

    private final Random random;
    private final List<Indicator> numbers =
            GoldenSample.CATALOGUE.indicators().stream().filter(Indicator::numeric).toList();

    ReportMaker(Random random) {
        this.random = random;
    }

    /** Runs of reports of one unit and quarter, each a few edits after the one before. */
    List<ReviewSubject> reports(String sample, int count) {
        List<ReviewSubject> made = new ArrayList<>();
        while (made.size() < count) {
            ReviewSubject subject = around(GoldenSample.subject(sample));
            for (int i = 0; i < EDITS_ON_ONE_REPORT && made.size() < count; i++) {
                subject = edited(subject);
                made.add(subject);
            }
        }
        return made;
    }

    /** Other former figures, another quarter, another register. */
    private ReviewSubject around(ReviewSubject s) {
        Map<String, String> cells = new TreeMap<>();
        for (String scope : List.of("prev.", "year.", "earlier.", "annual.")) {
            for (int i = random.nextInt(25); i > 0; i--) {
                Indicator indicator = pick(numbers);
                cells.put(scope + indicator.code(), number(s.current(), s.current(), indicator));
            }
        }
        if (random.nextInt(3) == 0) {
            cells.put("period", pick(STARTS));
        }
        if (random.nextInt(4) == 0) {
            cells.put("unit.orgCode", pick(new String[] {null, "", "183810013", "NA"}));
        }
        if (random.nextInt(5) == 0) {
            GoldenSample.CATALOGUE.indicators().forEach(i -> cells.put("prev." + i.code(), s.current().values().get(i.code())));
        }
        return GoldenSample.with(s, cells);
    }

    private ReviewSubject edited(ReviewSubject s) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Indicator indicator = random.nextInt(5) > 0 ? pick(numbers) : pick(List.copyOf(GoldenSample.CATALOGUE.indicators()));
            cells.put(indicator.code(), indicator.numeric() ? number(s.current(), s.previous(), indicator) : words(indicator));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String[] relation = pick(RELATIONS);
            cells.put(relation[0], related(s.current(), relation));
        }
        if (random.nextInt(10) == 0) {
            cells.put("A15", pick(INDUSTRIES));
        }
        ReviewSubject changed = GoldenSample.with(s, cells);
        Figures now = random.nextInt(3) > 0 ? changed.current()
                : new Figures(changed.current().values(), rows(changed.current()));
        // links are for the server's rules only; earlier and annual sums stay
        return new ReviewSubject(now, s.previous(), s.lastYear(), s.kinds(), s.periodStart(), s.periodEnd(), s.unit(),
                s.links());
    }

    /** On or beside a threshold of some rule: so much of a figure, of the former one, of another; or something odd. */
    private String number(Figures now, Figures before, Indicator indicator) {
        if (random.nextInt(4) == 0) {
            return pick(ODD);
        }
        Figures from = random.nextBoolean() ? before : now;
        String base = random.nextInt(3) == 0 ? pick(numbers).code() : indicator.code();
        return plain(value(from, base).multiply(new BigDecimal(pick(FACTORS))));
    }

    private String related(Figures now, String[] relation) {
        BigDecimal a = value(now, relation[1]);
        BigDecimal b = value(now, relation[2]);
        BigDecimal together = random.nextBoolean() ? a.add(b) : a.multiply(b).divide(new BigDecimal(pick(DIVISORS)));
        return plain(together.multiply(new BigDecimal(pick(FACTORS))));
    }

    private String plain(BigDecimal number) {
        BigDecimal nudged = number.add(new BigDecimal(pick(NUDGES)));
        String text = (random.nextInt(3) == 0 ? nudged.setScale(random.nextInt(4), RoundingMode.HALF_UP) : nudged)
                .toPlainString();
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    private static BigDecimal value(Figures figures, String code) {
        return figures.number(code).orElse(BigDecimal.TEN);
    }

    private String words(Indicator indicator) {
        if (random.nextInt(3) == 0) {
            return pick(ODD);
        }
        if (indicator.dictionary() == null) {
            return pick(new String[] {"183810013", "914301001838100135", "430102", "43012", "甲", " a ", "2026-07"});
        }
        List<Dictionary.Entry> entries = GoldenSample.CATALOGUE.dictionary(indicator.dictionary()).entries();
        return pick(entries).code();
    }

    private Map<String, List<Map<String, String>>> rows(Figures figures) {
        Map<String, List<Map<String, String>>> all = new TreeMap<>(figures.rows());
        RowGroup group = pick(List.copyOf(GoldenSample.CATALOGUE.groups()));
        List<Map<String, String>> rows = new ArrayList<>(figures.rows(group.code()));
        if (!rows.isEmpty() && random.nextInt(4) == 0) {
            rows.remove(random.nextInt(rows.size()));
        }
        Map<String, String> row = rows.isEmpty() || random.nextInt(3) == 0 ? new TreeMap<>()
                : new TreeMap<>(rows.remove(random.nextInt(rows.size())));
        for (Indicator column : group.columns()) {
            String content = column.numeric() ? number(figures, figures, column) : words(column);
            if (random.nextInt(3) == 0 && content != null) {
                row.put(column.code(), content);
            } else if (random.nextInt(6) == 0) {
                row.remove(column.code());
            }
        }
        rows.add(row);
        all.put(group.code(), rows);
        return all;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T pick(T[] array) {
        return array[random.nextInt(array.length)];
    }
}
