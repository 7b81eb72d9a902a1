package org.zhibao.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.SourceKind;

/**
 * Runs a new rule over reports made up to trouble it: empty, all zero, all alike, full of the longest texts. A rule must
 * come to a conclusion on each, and soon.
 */
final class RuleProbe {

    private static final long MOST_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 5;
    private static final int LONGEST_TRIAL_SECONDS = 2;
    private static final int MOST_RUNS = 40;
    private static final int LONGEST_TEXT = 200;
    private static final int FEW_ROWS = 3;

    private final IndicatorCatalogue catalogue;

    RuleProbe(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Why the rule cannot be used, if it cannot. */
    Optional<Refusal.Text> problem(Rule rule) {
        // a thread of its own: the caller does not wait for a rule that does not end
        CompletableFuture<Optional<Refusal.Text>> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(run, rule), "rule-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return Optional.of(new Refusal.Text("rule.feel.slow", MOST_MILLIS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            return Optional.of(new Refusal.Text("rule.bad.other", String.valueOf(failed.getCause().getMessage())));
        }
    }

    private void complete(CompletableFuture<Optional<Refusal.Text>> run, Rule rule) {
        try {
            run.complete(tried(rule));
        } catch (RuntimeException | StackOverflowError failed) {
            run.completeExceptionally(failed);
        }
    }

    private Optional<Refusal.Text> tried(Rule rule) {
        for (Map.Entry<String, ReviewSubject> subject : subjects().entrySet()) {
            try {
                if (millis(rule, subject.getValue()) > MOST_MILLIS) {
                    return Optional.of(new Refusal.Text("rule.feel.slow", MOST_MILLIS));
                }
            } catch (RuleFailed failed) {
                return Optional.of(new Refusal.Text("rule.feel.no-conclusion",
                        new Refusal.Text("rule.probe." + subject.getKey()), cut(failed.getMessage())));
            }
        }
        return Optional.empty();
    }

    /** The first run that is fast enough, else the best: the first ones warm up, and others use the machine too. */
    private long millis(Rule rule, ReviewSubject subject) {
        long best = Long.MAX_VALUE;
        long begun = System.nanoTime();
        for (int i = 0; i < MOST_RUNS && best > MOST_MILLIS
                && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(LONGEST_TRIAL_SECONDS); i++) {
            long start = System.nanoTime();
            rule.check(Cells.of(catalogue, subject), finding -> { });
            best = Math.min(best, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        return best;
    }

    private Map<String, ReviewSubject> subjects() {
        Map<String, ReviewSubject> subjects = new TreeMap<>();
        subjects.put("empty", subject(i -> null, FEW_ROWS));
        subjects.put("na", subject(i -> Figures.NOT_APPLICABLE, FEW_ROWS));
        subjects.put("zero", subject(i -> i.numeric() ? "0" : sample(i), FEW_ROWS));
        subjects.put("one", subject(i -> i.numeric() ? "1" : sample(i), FEW_ROWS));
        subjects.put("great", subject(i -> i.numeric() ? "98765432.1" : "a".repeat(LONGEST_TEXT), FEW_ROWS));
        subjects.put("long", subject(i -> i.numeric() ? "1" : sample(i), Integer.MAX_VALUE));
        return subjects;
    }

    private ReviewSubject subject(Function<Indicator, String> value, int mostRows) {
        Map<String, String> values = new TreeMap<>();
        catalogue.indicators().forEach(i -> put(values, i.code(), value.apply(i)));
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        for (RowGroup group : catalogue.groups()) {
            Map<String, String> row = new TreeMap<>();
            group.columns().forEach(c -> put(row, c.code(), value.apply(c)));
            rows.put(group.code(), new ArrayList<>(Collections.nCopies(Math.min(mostRows, group.maxRows()), row)));
        }
        Figures figures = new Figures(values, rows);
        Set<SourceKind> kinds = EnumSet.allOf(SourceKind.class);
        return new ReviewSubject(figures, figures, figures, kinds, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31),
                Map.of("orgCode", "183810013", "countyCode", "430102", "cityCode", "430100", "industryCode", "2221",
                        "name", "a", "uscc", ""),
                new Links(true, true, BigDecimal.ZERO, figures, figures));
    }

    private String sample(Indicator indicator) {
        return indicator.dictionary() == null ? "a" : catalogue.dictionary(indicator.dictionary()).entries().get(0).code();
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static String cut(String message) {
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }
}
