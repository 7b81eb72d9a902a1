package org.zhibao.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;

/** A rule's message in one language, with places for figures: {@code {B07}}, {@code {B07.name}}, {@code {gap:percent}}. */
final class MessageTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)(?::([^{}]+))?}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final int DECIMALS = 4;
    private static final MathContext CERTAIN = new MathContext(15, RoundingMode.HALF_UP);

    /** A run of fixed text, or a place (then text is what the braces hold). */
    private record Part(boolean place, String text, String format) {
    }

    private final Locale locale;
    private final List<Part> parts = new ArrayList<>();

    MessageTemplate(String text, Locale locale) {
        this.locale = locale;
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(new Part(false, text.substring(end, matcher.start()), null));
            parts.add(new Part(true, matcher.group(1), matcher.group(2)));
            end = matcher.end();
        }
        parts.add(new Part(false, text.substring(end), null));
    }

    /** The places that are neither a number, nor one of the names given, nor a reference the rule may make. */
    List<String> unknownPlaces(Set<String> names, Predicate<Reference> known) {
        return parts.stream().filter(Part::place)
                .filter(p -> !p.text().equals("rowno") && !names.contains(p.text())
                        && !NUMBER.matcher(p.text()).matches() && !known.test(Reference.parse(cell(p.text())))
                        || p.format() != null && !p.format().equals("percent")
                        && !known.test(Reference.parse(p.format())))
                .map(Part::text).toList();
    }

    String fill(Cells cells, Map<String, Object> computed) {
        StringBuilder message = new StringBuilder();
        for (Part part : parts) {
            message.append(part.place() ? place(part, cells, computed) : part.text());
        }
        return message.toString();
    }

    /** The message of no report in particular: names stand, and every figure but a threshold is an ellipsis. */
    String outline(Function<Reference, Optional<Indicator>> indicators) {
        StringBuilder outline = new StringBuilder();
        for (Part part : parts) {
            outline.append(part.place() ? outline(part, indicators) : part.text());
        }
        return outline.toString();
    }

    private String outline(Part part, Function<Reference, Optional<Indicator>> indicators) {
        if (NUMBER.matcher(part.text()).matches()) {
            BigDecimal threshold = new BigDecimal(part.text());
            return "percent".equals(part.format()) ? percent(threshold) : plain(threshold, DECIMALS);
        }
        Reference reference = Reference.parse(cell(part.text()));
        return part.text().endsWith(".name")
                ? indicators.apply(reference).map(i -> named(i, reference)).orElse(part.text()) : "…";
    }

    private String place(Part part, Cells cells, Map<String, Object> computed) {
        if (part.text().equals("rowno")) {
            return String.valueOf(cells.rowIndex() + 1);
        }
        if (computed.containsKey(part.text())) {
            return formatted(computed.get(part.text()), part.format(), cells);
        }
        if (NUMBER.matcher(part.text()).matches()) {
            return formatted(new BigDecimal(part.text()), part.format(), cells);
        }
        Reference reference = Reference.parse(cell(part.text()));
        Optional<Indicator> indicator = cells.indicator(reference);
        if (part.text().endsWith(".name")) {
            return indicator.map(i -> named(i, reference)).orElse(part.text());
        }
        return content(cells, reference, indicator);
    }

    private String named(Indicator indicator, Reference reference) {
        return reference.scope().isColumn() ? indicator.name(locale)
                : chinese() ? indicator.zh() + "（" + indicator.code() + "）" : indicator.en() + " (" + indicator.code() + ")";
    }

    private String content(Cells cells, Reference reference, Optional<Indicator> indicator) {
        Object value = cells.value(reference);
        if (value == null) {
            boolean notApplicable = Figures.NOT_APPLICABLE.equals(cells.canonical(reference));
            return chinese() ? notApplicable ? "不适用" : "未填" : notApplicable ? "not applicable" : "empty";
        }
        if (!(value instanceof BigDecimal number)) {
            return String.valueOf(value);
        }
        return plain(number, indicator.map(Indicator::scale).orElse(DECIMALS)) + unit(indicator);
    }

    private String formatted(Object value, String format, Cells cells) {
        if (!(value instanceof Number number)) {
            return String.valueOf(value);
        }
        // how many digits a double is written with depends on the Java version
        BigDecimal exact = number instanceof Double d ? new BigDecimal(d).round(CERTAIN)
                : new BigDecimal(number.toString());
        if (format == null) {
            return plain(exact, DECIMALS);
        }
        if (format.equals("percent")) {
            return percent(exact);
        }
        Optional<Indicator> indicator = cells.indicator(Reference.parse(format));
        return plain(exact, indicator.map(Indicator::scale).orElse(DECIMALS)) + unit(indicator);
    }

    private String unit(Optional<Indicator> indicator) {
        return indicator.map(i -> i.unit(locale)).filter(u -> !u.isEmpty()).map(u -> " " + u).orElse("");
    }

    private static String percent(BigDecimal share) {
        return plain(share.movePointRight(2), 1) + " %";
    }

    private static String plain(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "#".repeat(decimals),
                DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(rounded);
    }

    private static String cell(String place) {
        return place.endsWith(".name") ? place.substring(0, place.length() - ".name".length()) : place;
    }

    private boolean chinese() {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
