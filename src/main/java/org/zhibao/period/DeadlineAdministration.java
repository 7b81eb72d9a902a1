package org.zhibao.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Deadline days that a document sets instead of the rules; administrators enter them. */
@Service
@Transactional
public class DeadlineAdministration {

    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_REASON = 400;

    /**
     * The days of a period as a document sets them.
     *
     * @param days     a day for each stage the document names; the other stages are computed
     * @param noticeNo number of the document
     * @param reason   why, in a few words
     */
    public record Setting(Map<DeadlineStage, LocalDate> days, String noticeNo, String reason) {
    }

    private final Deadlines deadlines;
    private final ManualDeadlines manuals;
    private final AuditTrail audit;
    private final Clock clock;

    DeadlineAdministration(Deadlines deadlines, ManualDeadlines manuals, AuditTrail audit, Clock clock) {
        this.deadlines = deadlines;
        this.manuals = manuals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the days of a period; stages without one are computed again. No open case moves: that is done by re-dating.
     *
     * @return the deadlines as they are now
     * @throws Refusal if the document or reason is missing, a day is over or impossible, the order is wrong, or nothing
     *                 would change
     */
    public PeriodDeadlines set(Quarter quarter, Setting setting, Actor actor) {
        requireAdministrator(actor);
        requireTexts(setting);
        Map<DeadlineStage, ManualDeadline> before = manuals.inForce(quarter);
        requireDays(quarter, setting, before);
        for (DeadlineStage stage : DeadlineStage.values()) {
            LocalDate day = setting.days().get(stage);
            if (day == null) {
                manuals.setAside(quarter, stage);
            } else {
                manuals.add(quarter, new ManualDeadline(stage, day, setting.noticeNo().strip(),
                        setting.reason().strip(), actor.userId(), actor.name(), clock.instant(), true));
            }
        }
        // refuses a wrong order, which takes everything back
        PeriodDeadlines now = deadlines.of(quarter);
        audit.record(actor.who(), new AuditTrail.Deed("DEADLINE_SET", "deadline/" + quarter.code(), inForce(before),
                described(setting.days()), setting.noticeNo().strip() + "; " + setting.reason().strip()));
        return now;
    }

    private void requireTexts(Setting setting) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        if (unfit(setting.noticeNo(), LONGEST_NUMBER)) {
            errors.add(error("noticeNo", "deadline.manual.notice", LONGEST_NUMBER));
        }
        if (unfit(setting.reason(), LONGEST_REASON)) {
            errors.add(error("reason", "deadline.manual.reason", LONGEST_REASON));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void requireDays(Quarter quarter, Setting setting, Map<DeadlineStage, ManualDeadline> before) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = NominalDay.firstPossible(quarter);
        LocalDate last = NominalDay.lastPossible(quarter);
        List<Refusal.FieldError> errors = new ArrayList<>();
        setting.days().forEach((stage, day) -> {
            boolean kept = before.containsKey(stage) && before.get(stage).day().equals(day);
            if (day.isBefore(today) && !kept) {
                errors.add(error(field(stage), "deadline.manual.past", day.toString(), today.toString()));
            } else if (day.isBefore(first) || day.isAfter(last)) {
                errors.add(error(field(stage), "deadline.manual.outside", day.toString(), first.toString(),
                        last.toString()));
            }
        });
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        if (setting.days().isEmpty() && before.isEmpty()) {
            throw Refusal.field(field(DeadlineStage.ENTERPRISE), "deadline.manual.nothing");
        }
    }

    private static String field(DeadlineStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String described(Map<DeadlineStage, LocalDate> days) {
        return days.isEmpty() ? "computed" : days.entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String inForce(Map<DeadlineStage, ManualDeadline> manual) {
        return described(manual.values().stream().collect(Collectors.toMap(ManualDeadline::stage, ManualDeadline::day,
                (one, other) -> one, () -> new java.util.EnumMap<>(DeadlineStage.class))));
    }

    private static Refusal.FieldError error(String field, String key, Object... arguments) {
        return new Refusal.FieldError(field, new Refusal.Text(key, arguments));
    }

    private static boolean unfit(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest
                || text.chars().anyMatch(Character::isISOControl);
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("deadline.administrators-only");
        }
    }
}
