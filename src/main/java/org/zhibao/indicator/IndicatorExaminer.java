package org.zhibao.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;

/** Looks for everything wrong with an indicator that a person defined, each with its field. */
final class IndicatorExaminer {

    /** What an administrator may choose. */
    static final Set<ValueType> TYPES = EnumSet.of(ValueType.NUMBER, ValueType.TEXT, ValueType.CODE, ValueType.MONTH);

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_HELP = 300;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_INDUSTRIES = 40;
    private static final Pattern INDUSTRY = Pattern.compile("[0-9]{2,4}");
    private static final Pattern WORDS_ONLY = Pattern.compile("[^<>{}$\\[\\]\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]*");

    private final IndicatorCatalogue shipped;
    /** The other indicators that may stand on the same form. */
    private final List<AddedIndicator> others;

    IndicatorExaminer(IndicatorCatalogue shipped, List<AddedIndicator> others) {
        this.shipped = shipped;
        this.others = others;
    }

    /** Everything wrong with the definition; empty if the form can show it. */
    List<FieldError> problems(AddedIndicator definition) {
        List<FieldError> errors = new ArrayList<>();
        name(errors, "zh", definition.zh(), Indicator::zh, AddedIndicator::zh);
        name(errors, "en", definition.en(), Indicator::en, AddedIndicator::en);
        if (shipped.sections().stream().noneMatch(s -> s.code().equals(definition.section()))) {
            add(errors, "section", "indicator.bad.section", shown(definition.section()));
        }
        if (definition.type() == null || !TYPES.contains(definition.type())) {
            add(errors, "type", "indicator.bad.type");
        } else {
            type(errors, definition);
        }
        if (definition.industries().size() > MOST_INDUSTRIES) {
            add(errors, "industries", "indicator.bad.industries", MOST_INDUSTRIES);
        }
        definition.industries().stream().filter(i -> i == null || !INDUSTRY.matcher(i).matches()).findFirst()
                .ifPresent(i -> add(errors, "industries", "indicator.bad.industry", shown(i)));
        help(errors, "helpZh", definition.helpZh(), definition.helpEn());
        help(errors, "helpEn", definition.helpEn(), definition.helpZh());
        return errors;
    }

    /** What an indicator that reports already answered cannot become: figures of two periods must mean the same. */
    static List<FieldError> changed(AddedIndicator before, AddedIndicator after) {
        List<FieldError> errors = new ArrayList<>();
        kept(errors, "type", before.type(), after.type());
        kept(errors, "unit", before.unit(), after.unit());
        kept(errors, "dictionary", before.dictionary(), after.dictionary());
        return errors;
    }

    private void name(List<FieldError> errors, String field, String name, Function<Indicator, String> ofShipped,
                      Function<AddedIndicator, String> ofOther) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !WORDS_ONLY.matcher(name).matches()) {
            add(errors, field, "indicator.bad.name", LONGEST_NAME);
        } else if (Stream.concat(shipped.indicators().stream().map(ofShipped), others.stream().map(ofOther))
                .anyMatch(name::equalsIgnoreCase)) {
            add(errors, field, "indicator.bad.name-used", name);
        }
    }

    private void type(List<FieldError> errors, AddedIndicator definition) {
        switch (definition.type()) {
            case NUMBER -> number(errors, definition);
            case TEXT -> {
                if (definition.length() < 1 || definition.length() > LONGEST_TEXT) {
                    add(errors, "length", "indicator.bad.length", LONGEST_TEXT);
                }
            }
            case CODE -> {
                if (shipped.dictionaries().stream().noneMatch(d -> d.id().equals(definition.dictionary()))) {
                    add(errors, "dictionary", "indicator.bad.dictionary", shown(definition.dictionary()));
                }
            }
            default -> { }
        }
    }

    private void number(List<FieldError> errors, AddedIndicator definition) {
        if (!definition.unit().isEmpty() && Unit.ALL.stream().noneMatch(u -> u.zh().equals(definition.unit()))) {
            add(errors, "unit", "indicator.bad.unit", shown(definition.unit()));
        }
        if (definition.scale() < 0 || definition.scale() > MOST_DECIMALS) {
            add(errors, "scale", "indicator.bad.scale", MOST_DECIMALS);
        } else if (definition.precision() <= definition.scale() || definition.precision() > MOST_DIGITS) {
            add(errors, "precision", "indicator.bad.precision", definition.scale() + 1, MOST_DIGITS);
        }
    }

    private static void help(List<FieldError> errors, String field, String text, String other) {
        if (text.length() > LONGEST_HELP || !WORDS_ONLY.matcher(text).matches()) {
            add(errors, field, "indicator.bad.help", LONGEST_HELP);
        } else if (text.isEmpty() && !other.isEmpty()) {
            add(errors, field, "indicator.bad.help-one-language");
        }
    }

    private static void kept(List<FieldError> errors, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            add(errors, field, "indicator.bad.in-use", Arrays.asList("", null).contains(before) ? "–" : before.toString());
        }
    }

    private static String shown(String text) {
        return text == null ? "" : text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }

    private static void add(List<FieldError> errors, String field, String key, Object... arguments) {
        errors.add(new FieldError(field, new Refusal.Text(key, arguments)));
    }
}
