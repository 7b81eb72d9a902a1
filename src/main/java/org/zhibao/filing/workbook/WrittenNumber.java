package org.zhibao.filing.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.Unit;

/** Numbers as people write them, made into the plain digits a report holds. */
final class WrittenNumber {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?[eE][+-]?[0-9]{1,2}");
    private static final Pattern WITH_UNIT = Pattern.compile("(-?[0-9][0-9,.]*)([^0-9,.eE+-].*)");
    private static final Set<String> DASHES = Set.of("-", "--", "—", "——", "–", "/", "\\", "无", "同上", "...", "…", ".");
    private static final int LONGEST = 60;

    private WrittenNumber() {
    }

    static Cleaned clean(Raw raw, Indicator indicator) {
        return switch (raw.kind()) {
            case NUMBER -> Cleaned.as(raw.number().toPlainString(), List.of());
            case PERCENT -> percentages(indicator)
                    ? Cleaned.as(raw.number().movePointRight(2).stripTrailingZeros().toPlainString(),
                            List.of("workbook.cleaned.percent"))
                    : Cleaned.refused("workbook.problem.percent", raw.text());
            case DATE -> Cleaned.refused("workbook.problem.date", raw.text());
            default -> text(raw.text(), indicator);
        };
    }

    private static Cleaned text(String typed, Indicator indicator) {
        if (typed.length() > LONGEST) {
            // the indicator's own check says that this is no number
            return Cleaned.as(typed, List.of());
        }
        List<String> steps = new ArrayList<>();
        String narrow = step(typed, Written.narrow(typed), "workbook.cleaned.width", steps);
        String number = step(narrow, Written.unspaced(narrow), "workbook.cleaned.spaces", steps);
        if (DASHES.contains(number)) {
            return Cleaned.refused("workbook.problem.dash", number);
        }
        if (number.startsWith("+")) {
            number = number.substring(1);
        }
        Matcher unit = WITH_UNIT.matcher(number);
        if (unit.matches()) {
            if (!same(unit.group(2), indicator)) {
                Optional<Unit> written = measure(unit.group(2));
                Optional<Unit> wanted = Unit.named(indicator.unit());
                if (written.isPresent() && wanted.filter(written.get()::convertibleTo).isPresent()) {
                    return converted(unit.group(1), written.get(), wanted.get(), steps);
                }
                return Cleaned.refused("workbook.problem.unit", unit.group(2),
                        indicator.unit().isEmpty() ? "1" : indicator.unit(),
                        indicator.unitEn().isEmpty() ? "1" : indicator.unitEn());
            }
            steps.add("workbook.cleaned.unit");
            number = unit.group(1);
        }
        return digits(number, steps);
    }

    /** What is no number before it is converted is none after it. */
    private static Cleaned converted(String typed, Unit from, Unit to, List<String> steps) {
        Cleaned number = digits(typed, steps);
        return Figures.parse(number.value()).map(amount -> {
            List<String> all = new ArrayList<>(number.steps());
            all.add("workbook.cleaned.converted");
            return Cleaned.as(from.convert(amount, to).toPlainString(), all);
        }).orElse(number);
    }

    private static Optional<Unit> measure(String typed) {
        return Unit.ALL.stream().filter(u -> typed.equalsIgnoreCase(Written.plain(u.zh()))
                || typed.equals(Written.plain(u.en()))).findFirst();
    }

    private static Cleaned digits(String number, List<String> steps) {
        if (GROUPED.matcher(number).matches()) {
            steps.add("workbook.cleaned.separators");
            return Cleaned.as(number.replace(",", ""), steps);
        }
        if (SCIENTIFIC.matcher(number).matches()) {
            steps.add("workbook.cleaned.scientific");
            return Cleaned.as(new BigDecimal(number).toPlainString(), steps);
        }
        if (number.endsWith(".") && PLAIN.matcher(number.substring(0, number.length() - 1)).matches()) {
            return Cleaned.as(number.substring(0, number.length() - 1), steps);
        }
        return Cleaned.as(number, steps);
    }

    private static String step(String before, String after, String what, List<String> steps) {
        if (!before.equals(after)) {
            steps.add(what);
        }
        return after;
    }

    private static boolean percentages(Indicator indicator) {
        return "%".equals(indicator.unit());
    }

    /** Whether what stands behind the figure is the indicator's own unit, in either language. */
    private static boolean same(String typed, Indicator indicator) {
        return typed.equalsIgnoreCase(Written.plain(indicator.unit())) && !indicator.unit().isEmpty()
                || typed.equals(Written.plain(indicator.unitEn())) && !indicator.unitEn().isEmpty();
    }
}
