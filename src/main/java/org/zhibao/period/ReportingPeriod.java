package org.zhibao.period;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.Persistable;

/** A reporting period (报告期): a quarter with the deadlines of its three levels. */
@Entity
@Table(name = "reporting_period")
public class ReportingPeriod implements Persistable<String> {

    @Id
    private String code;

    @Version
    private int version;

    private Instant enterpriseDue;
    private Instant cityDue;
    private Instant provinceDue;
    @Enumerated(EnumType.STRING)
    private PeriodState state;
    private int expectedCount;
    private int openedCount;
    private Instant openedAt;

    @Transient
    private boolean fresh;

    /** For JPA. */
    protected ReportingPeriod() {
    }

    private ReportingPeriod(Quarter quarter, Instant enterpriseDue, Instant cityDue, Instant provinceDue) {
        this.code = quarter.code();
        this.enterpriseDue = enterpriseDue;
        this.cityDue = cityDue;
        this.provinceDue = provinceDue;
        this.state = PeriodState.PLANNED;
        this.fresh = true;
    }

    static ReportingPeriod planned(Quarter quarter, Instant enterpriseDue, Instant cityDue, Instant provinceDue) {
        return new ReportingPeriod(quarter, enterpriseDue, cityDue, provinceDue);
    }

    void redate(Instant newEnterpriseDue, Instant newCityDue, Instant newProvinceDue) {
        enterpriseDue = newEnterpriseDue;
        cityDue = newCityDue;
        provinceDue = newProvinceDue;
    }

    void startOpening(int expected) {
        moveFrom(PeriodState.PLANNED, PeriodState.OPENING);
        expectedCount = expected;
    }

    void opened(int filings) {
        moveFrom(PeriodState.OPENING, PeriodState.OPENING);
        openedCount += filings;
    }

    void finishOpening(Instant now) {
        moveFrom(PeriodState.OPENING, PeriodState.OPEN);
        openedAt = now;
    }

    void close() {
        moveFrom(PeriodState.OPEN, PeriodState.CLOSED);
    }

    private void moveFrom(PeriodState expected, PeriodState next) {
        if (state != expected) {
            throw new WrongPeriodState(code, state);
        }
        state = next;
    }

    public Quarter quarter() {
        return Quarter.parse(code);
    }

    /** {@code 2026Q3} */
    public String code() {
        return code;
    }

    /** Last second in which an enterprise files in time. */
    public Instant enterpriseDue() {
        return enterpriseDue;
    }

    /** Last second in which a city forwards in time. */
    public Instant cityDue() {
        return cityDue;
    }

    /** Last second in which the province reports in time. */
    public Instant provinceDue() {
        return provinceDue;
    }

    public PeriodState state() {
        return state;
    }

    /** How many units the roster had when opening began; 0 before. */
    public int expectedCount() {
        return expectedCount;
    }

    /** How many filings have been started. */
    public int openedCount() {
        return openedCount;
    }

    /** When the last filing of the roster had been started. */
    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** For Spring Data: a period comes with its key, which must not make it look stored. */
    @Override
    public String getId() {
        return code;
    }

    /** For Spring Data. */
    @Override
    public boolean isNew() {
        return fresh;
    }
}
