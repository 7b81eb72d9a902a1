package org.zhibao.period.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhibao.period.DeadlinePolicy;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;

/** Reads what requests about deadlines carry. */
final class DeadlineRequest {

    private static final int LONGEST_SHOWN = 20;

    private DeadlineRequest() {
    }

    /** {@code 2014Q1} */
    static Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException notAQuarter) {
            throw invalid("period", "deadline.not-a-period", shortened(code));
        }
    }

    /** The name of a policy. */
    static DeadlinePolicy policy(String name) {
        return Arrays.stream(DeadlinePolicy.values()).filter(policy -> policy.name().equals(name)).findFirst()
                .orElseThrow(() -> invalid("policy", "deadline.unknown-policy", shortened(name),
                        Arrays.stream(DeadlinePolicy.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** One day for each stage that has one; refuses what is no date, field by field. */
    static Map<DeadlineStage, LocalDate> days(Map<String, String> fields) {
        Map<DeadlineStage, LocalDate> days = new EnumMap<>(DeadlineStage.class);
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (DeadlineStage stage : DeadlineStage.values()) {
            String field = stage.name().toLowerCase(Locale.ROOT);
            String written = fields.getOrDefault(field, "").strip();
            try {
                if (!written.isEmpty()) {
                    days.put(stage, LocalDate.parse(written));
                }
            } catch (DateTimeParseException notADate) {
                errors.add(new Refusal.FieldError(field,
                        new Refusal.Text("deadline.manual.bad-day", shortened(written))));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return days;
    }

    private static Refusal invalid(String field, String key, Object... arguments) {
        Refusal.Text text = new Refusal.Text(key, arguments);
        return new Refusal(Refusal.Kind.INVALID, text, List.of(new Refusal.FieldError(field, text)), Map.of());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
