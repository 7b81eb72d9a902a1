package org.zhibao.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.filing.Stage;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal.Text;

/** From which quarters on a change can hold. */
@Component
class ChangeTimes {

    private final Periods periods;
    private final PeriodRosters rosters;
    private final FilingSuspension filings;
    private final Clock clock;

    ChangeTimes(Periods periods, PeriodRosters rosters, FilingSuspension filings, Clock clock) {
        this.periods = periods;
        this.rosters = rosters;
        this.filings = filings;
        this.clock = clock;
    }

    /** Why it cannot hold from its quarter on; empty if it can. */
    Optional<Text> problem(ChangeFacts facts) {
        String from = facts.from().code();
        boolean over = periods.find(from).map(ReportingPeriod::state).map(PeriodState::closed)
                .orElse(quarters(facts.from()) + 1 < quarters(Quarter.containing(today())));
        if (over) {
            return Optional.of(new Text("change.past", from));
        }
        if (quarters(facts.from()) - quarters(Quarter.containing(today())) > Proposal.MOST_QUARTERS) {
            return Optional.of(new Text("change.too-early", from));
        }
        if ((facts.kind() == ChangeKind.NEW || facts.kind() == ChangeKind.RECODED) && rosters.confirmed(from)) {
            return Optional.of(new Text("change.roster-frozen", from));
        }
        if (facts.kind() == ChangeKind.RECODED) {
            return rosters.last(facts.orgCode()).filter(last -> last.compareTo(from) >= 0)
                    .map(last -> new Text("change.roster-frozen", last));
        }
        return facts.kind() == ChangeKind.CLOSED ? done(facts) : Optional.empty();
    }

    private Optional<Text> done(ChangeFacts facts) {
        return filings.from(facts.orgCode(), facts.from()).stream()
                .filter(f -> !FilingSuspension.possible(f.stage()) && f.stage() != Stage.SUSPENDED)
                .map(FilingSummary::period).findFirst().map(period -> new Text("change.filing-done", period));
    }

    private static int quarters(Quarter quarter) {
        return quarter.year() * 4 + quarter.number();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(WorkingCalendar.ZONE));
    }
}
