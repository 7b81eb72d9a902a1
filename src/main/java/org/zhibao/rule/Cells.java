package org.zhibao.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.UnifiedSocialCreditCode;

/** What the references of a rule stand for in one report, or in one row of it. */
record Cells(IndicatorCatalogue catalogue, ReviewSubject subject, RowGroup group, int rowIndex) {

    static final Set<String> FACTS = Set.of("orgCodeValid", "usccValid", "industryKnown", "unchangedShare");
    static final Set<String> LINKS = Set.of("countyValid", "receiverKnown", "received");
    /** Fewer figures than these say nothing about copying. */
    private static final int FEWEST_COMPARED = 10;
    static final Set<String> PERIOD = Set.of("days", "start", "end");
    static final Set<String> UNIT = Set.of("orgCode", "uscc", "name", "countyCode", "cityCode", "industryCode");

    static Cells of(IndicatorCatalogue catalogue, ReviewSubject subject) {
        return new Cells(catalogue, subject, null, -1);
    }

    Cells row(RowGroup ofGroup, int index) {
        return new Cells(catalogue, subject, ofGroup, index);
    }

    /** The path that names a column of this row. */
    String path(String column) {
        return "%s[%d].%s".formatted(group.code(), rowIndex, column);
    }

    /** The FEEL context of these references and no others; what is not there is null. */
    Map<String, Object> context(Set<Reference> references) {
        Map<Reference.Scope, Map<String, Object>> scopes = new EnumMap<>(Reference.Scope.class);
        for (Reference reference : references) {
            scopes.computeIfAbsent(reference.scope(), s -> new HashMap<>()).put(reference.name(), value(reference));
        }
        Map<String, Object> context = new HashMap<>();
        scopes.forEach((scope, entries) -> context.put(scope.feel(), Feel.context(entries)));
        context.put("kinds", subject.kinds().stream().map(Enum::name).toList());
        return context;
    }

    /** A number, a text, a truth value, or null. */
    Object value(Reference reference) {
        return switch (reference.scope()) {
            case FACT -> fact(reference.name());
            case PERIOD -> period(reference.name());
            case LINK -> subject.links().value(reference.name());
            case ROWS -> rows(reference.name());
            case NA, ROWNA -> Figures.NOT_APPLICABLE.equals(raw(reference));
            case UNIT -> Figures.value(raw(reference)).orElse(null);
            default -> indicator(reference).filter(Indicator::numeric).isPresent()
                    ? Figures.parse(raw(reference)).orElse(null)
                    : Figures.value(raw(reference)).orElse(null);
        };
    }

    /** The same text for the same content: numbers without trailing zeros, nothing for an empty cell. */
    String canonical(Reference reference) {
        if (reference.scope() == Reference.Scope.ROWS) {
            return subject.current().rows(reference.name()).stream().map(TreeMap::new).toList().toString();
        }
        String raw = raw(reference);
        Object value = value(reference);
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return raw == null ? String.valueOf(value) : raw.strip();
    }

    /** The catalogue's entry of the cell, if the reference is to a cell. */
    Optional<Indicator> indicator(Reference reference) {
        if (reference.scope().isColumn()) {
            return group.columns().stream().filter(c -> c.code().equals(reference.name())).findFirst();
        }
        return reference.scope().isCell() ? catalogue.indicator(reference.name()) : Optional.empty();
    }

    /** Whether the unit's form has the cell. */
    boolean asked(String code) {
        return catalogue.indicator(code).filter(i -> i.appliesTo(subject.kinds(),
                subject.unit().getOrDefault("industryCode", ""))).isPresent();
    }

    private String raw(Reference reference) {
        return switch (reference.scope()) {
            case THIS, NA -> subject.current().values().get(reference.name());
            case PREV -> subject.previous().values().get(reference.name());
            case YEAR -> subject.lastYear().values().get(reference.name());
            case UNIT -> subject.unit().get(reference.name());
            case ROW, ROWNA -> row().get(reference.name());
            case EARLIER -> subject.links().earlier().values().get(reference.name());
            case ANNUAL -> subject.links().annual().values().get(reference.name());
            case FACT, PERIOD, LINK, ROWS -> null;
        };
    }

    private Map<String, String> row() {
        Map<String, String> row = subject.current().rows(group.code()).get(rowIndex);
        return row == null ? Map.of() : row;
    }

    /** Every row of a group as a FEEL context of all its columns. */
    private List<Object> rows(String code) {
        RowGroup wanted = catalogue.group(code).orElseThrow();
        return IntStream.range(0, subject.current().rows(code).size()).mapToObj(i -> {
            Cells one = row(wanted, i);
            Map<String, Object> columns = new HashMap<>();
            wanted.columns().forEach(c ->
                    columns.put(c.code(), one.value(new Reference(Reference.Scope.ROW, c.code()))));
            return Feel.context(columns);
        }).toList();
    }

    private Object fact(String name) {
        Figures figures = subject.current();
        return switch (name) {
            case "orgCodeValid" -> OrganisationCode.isValid(figures.text("A01").orElse(null));
            case "usccValid" -> UnifiedSocialCreditCode.isValid(figures.text("A02").orElse(null));
            case "industryKnown" -> figures.text("A15").filter(catalogue.dictionary("industries")::contains).isPresent();
            case "unchangedShare" -> unchangedShare();
            default -> null;
        };
    }

    /**
     * Which part of the figures that may change is exactly as in the previous quarter, 0 to 1; null if there are too few
     * to tell. Zeros tell nothing.
     */
    private BigDecimal unchangedShare() {
        int compared = 0;
        int same = 0;
        for (Indicator indicator : catalogue.indicators()) {
            Optional<BigDecimal> now = changing(indicator, subject.current());
            Optional<BigDecimal> before = changing(indicator, subject.previous());
            if (now.isPresent() && before.isPresent()) {
                compared++;
                same += now.get().compareTo(before.get()) == 0 ? 1 : 0;
            }
        }
        return compared < FEWEST_COMPARED ? null
                : BigDecimal.valueOf(same).divide(BigDecimal.valueOf(compared), 4, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> changing(Indicator indicator, Figures figures) {
        return !indicator.numeric() || indicator.fixed() ? Optional.empty()
                : figures.number(indicator.code()).filter(n -> n.signum() != 0);
    }

    private Object period(String name) {
        return switch (name) {
            case "start" -> subject.periodStart();
            case "end" -> subject.periodEnd();
            default -> BigDecimal.valueOf(ChronoUnit.DAYS.between(subject.periodStart(), subject.periodEnd()) + 1);
        };
    }
}
