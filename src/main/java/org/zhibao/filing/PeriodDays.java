package org.zhibao.filing;

import java.time.Instant;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.PeriodDeadlines;
import org.zhibao.period.ReportingPeriod;

/** The last seconds of a period's three deadline days, as its filings are measured by them. */
public record PeriodDays(Instant enterprise, Instant city, Instant province) {

    /** The days a period has now. */
    public static PeriodDays of(ReportingPeriod period) {
        return new PeriodDays(period.enterpriseDue(), period.cityDue(), period.provinceDue());
    }

    /** The days the rules give. */
    public static PeriodDays of(PeriodDeadlines deadlines) {
        return new PeriodDays(deadlines.of(DeadlineStage.ENTERPRISE).due(), deadlines.of(DeadlineStage.CITY).due(),
                deadlines.of(DeadlineStage.PROVINCE).due());
    }

    /** The day of a stage; null for one that is due by its own time limit only. */
    Instant of(Stage stage) {
        return switch (stage) {
            case FILL_IN -> enterprise;
            case CITY_REVIEW -> city;
            case PROVINCE_REVIEW -> province;
            default -> null;
        };
    }
}
