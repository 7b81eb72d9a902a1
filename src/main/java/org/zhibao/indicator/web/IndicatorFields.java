package org.zhibao.indicator.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhibao.account.Actor;
import org.zhibao.indicator.AddedIndicator;
import org.zhibao.indicator.IndicatorAdministration;
import org.zhibao.indicator.IndicatorVersion;
import org.zhibao.indicator.ValueType;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.registry.SourceKind;

/**
 * The fields of an indicator as a person or a program writes them; nothing is refused before all are read.
 *
 * @param industries beginnings of industry codes, set apart by blanks or commas
 */
record IndicatorFields(String code, String baseVersion, String effectiveFrom, String reason, String zh, String en,
                       String section, String unit, String type, String precision, String scale, String length,
                       String dictionary, Boolean required, List<String> kinds, String industries, String helpZh,
                       String helpEn) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

    IndicatorFields {
        // an empty check box is not sent
        required = required != null && required;
        kinds = kinds == null ? List.of() : kinds.stream().map(String::valueOf).toList();
    }

    /** The fields of a definition, ready to be edited. */
    static IndicatorFields of(String code, int version, AddedIndicator d, Quarter from) {
        return new IndicatorFields(code, String.valueOf(version), from.code(), "", d.zh(), d.en(), d.section(), d.unit(),
                d.type().name(), number(d.type() == ValueType.NUMBER, d.precision()),
                number(d.type() == ValueType.NUMBER, d.scale()), number(d.type() == ValueType.TEXT, d.length()),
                d.dictionary(), d.required(), d.kinds().stream().map(Enum::name).toList(),
                String.join(" ", d.industries()), d.helpZh(), d.helpEn());
    }

    static IndicatorFields of(IndicatorVersion latest, Quarter from) {
        return of(latest.code(), latest.version(), latest.definition(), from);
    }

    /** Everything wrong: what cannot be read first, then what the administration says of the rest. */
    List<FieldError> problems(IndicatorAdministration administration, Actor actor) {
        List<FieldError> errors = new ArrayList<>(unreadable());
        Set<String> there = new HashSet<>(errors.stream().map(FieldError::field).toList());
        administration.problems(change(), actor).stream().filter(e -> !there.contains(e.field())).forEach(errors::add);
        return errors;
    }

    /** What was written, with nothing where it could not be read. */
    IndicatorAdministration.Change change() {
        return new IndicatorAdministration.Change(code, definition(), quarter(effectiveFrom).orElse(null), reason,
                integer(baseVersion).orElse(0));
    }

    AddedIndicator definition() {
        EnumSet<SourceKind> asked = EnumSet.noneOf(SourceKind.class);
        kinds.forEach(kind -> constant(SourceKind.values(), kind).ifPresent(asked::add));
        return new AddedIndicator(zh, en, section, unit, constant(ValueType.values(), type).orElse(null),
                integer(precision).orElse(0), integer(scale).orElse(0), integer(length).orElse(0), dictionary, required,
                asked, industries == null || industries.isBlank() ? List.of()
                : Arrays.asList(BETWEEN.split(industries.strip())), helpZh, helpEn);
    }

    /** Reads {@code 2026Q4}. */
    static Optional<Quarter> quarter(String text) {
        try {
            return Optional.of(Quarter.parse(text == null ? "" : text.strip()));
        } catch (IllegalArgumentException notAQuarter) {
            return Optional.empty();
        }
    }

    static Optional<Integer> integer(String text) {
        return text != null && text.strip().matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text.strip()))
                : Optional.empty();
    }

    private List<FieldError> unreadable() {
        List<FieldError> errors = new ArrayList<>();
        List.of(List.of("precision", orEmpty(precision)), List.of("scale", orEmpty(scale)),
                List.of("length", orEmpty(length))).forEach(field -> {
            if (!field.get(1).isBlank() && integer(field.get(1)).isEmpty()) {
                errors.add(new FieldError(field.get(0), new Refusal.Text("indicator.bad.number")));
            }
        });
        kinds.stream().filter(kind -> constant(SourceKind.values(), kind).isEmpty()).findFirst()
                .ifPresent(kind -> errors.add(new FieldError("kinds", new Refusal.Text("indicator.bad.kind"))));
        return errors;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst();
    }

    private static String number(boolean meant, int number) {
        return meant ? String.valueOf(number) : "";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
