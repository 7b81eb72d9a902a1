package org.zhibao.suspension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.refusal.Refusal.Text;

/** Refuses a declaration that makes no sense, saying of each field why. */
@Component
class DeclarationCheck {

    private final Periods periods;
    private final FilingSuspension filings;
    private final SuspensionHolds holds;
    private final Clock clock;

    DeclarationCheck(Periods periods, FilingSuspension filings, SuspensionHolds holds, Clock clock) {
        this.periods = periods;
        this.filings = filings;
        this.holds = holds;
        this.clock = clock;
    }

    Facts require(Declaration written) {
        List<FieldError> errors = new ArrayList<>();
        Quarter from = quarter("from", written.from(), errors);
        Quarter to = blank(written.to()) ? from : quarter("to", written.to(), errors);
        SuspensionKind kind = Arrays.stream(SuspensionKind.values()).filter(k -> k.name().equals(written.kind()))
                .findFirst().orElse(null);
        if (kind == null) {
            errors.add(new FieldError("kind", new Text("suspension.kind-unknown")));
        }
        String explanation = written.explanation() == null ? "" : written.explanation().strip();
        Reasons.problem(explanation).ifPresent(error -> errors.add(new FieldError("explanation", error)));
        if (from != null && to != null) {
            rangeErrors(from, to, errors);
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Facts facts = new Facts(from, to, kind, explanation);
        requireFree(written.orgCode(), facts);
        return facts;
    }

    private static Quarter quarter(String field, String code, List<FieldError> errors) {
        try {
            return Quarter.parse(code == null ? null : code.strip());
        } catch (IllegalArgumentException noQuarter) {
            errors.add(new FieldError(field, new Text("period.not-a-quarter")));
            return null;
        }
    }

    private void rangeErrors(Quarter from, Quarter to, List<FieldError> errors) {
        if (to.compareTo(from) < 0) {
            errors.add(new FieldError("to", new Text("suspension.end-before-start")));
            return;
        }
        if (quarters(to) - quarters(from) >= Declaration.MOST_QUARTERS) {
            errors.add(new FieldError("to", new Text("suspension.too-long", Declaration.MOST_QUARTERS)));
            return;
        }
        if (past(from)) {
            errors.add(new FieldError("from", new Text("suspension.past", from.code())));
        } else if (quarters(from) - quarters(today()) > Declaration.MOST_QUARTERS) {
            errors.add(new FieldError("from", new Text("suspension.too-early", from.code())));
        }
    }

    private static int quarters(Quarter quarter) {
        return quarter.year() * 4 + quarter.number();
    }

    /** Nothing is filed for it any more; one that was never planned is past once the quarter after it is. */
    private boolean past(Quarter quarter) {
        return periods.find(quarter.code()).map(ReportingPeriod::state).map(PeriodState::closed)
                .orElse(quarter.next().compareTo(today()) < 0);
    }

    private Quarter today() {
        return Quarter.containing(LocalDate.now(clock.withZone(WorkingCalendar.ZONE)));
    }

    private void requireFree(String orgCode, Facts facts) {
        for (FilingSummary filing : filings.ofUnit(orgCode, facts.periods())) {
            if (!FilingSuspension.possible(filing.stage())) {
                throw Refusal.field(filing.period().equals(facts.from().code()) ? "from" : "to",
                        "suspension.filing-done", filing.period(), new Text("status." + filing.status()));
            }
        }
        holds.first(orgCode, facts.periods()).ifPresent(period -> {
            throw SuspensionHolds.taken(period);
        });
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
