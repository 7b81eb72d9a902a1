package org.zhibao.clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhibao.filing.OverdueSweep;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;

/** Marks at each start what became due while nothing ran, sooner than the deadline timers alone would. */
@Component
@Order(90)
class DowntimeCatchUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DowntimeCatchUp.class);
    private static final int CHUNK = 200;

    private final Periods periods;
    private final OverdueSweep sweep;

    DowntimeCatchUp(Periods periods, OverdueSweep sweep) {
        this.periods = periods;
        this.sweep = sweep;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int marked = periods.all().stream().map(ReportingPeriod::code).mapToInt(this::catchUp).sum();
        if (marked > 0) {
            LOG.info("Marked {} open tasks that became overdue while the platform was down", marked);
        }
    }

    private int catchUp(String period) {
        int marked = 0;
        for (int found = CHUNK; found == CHUNK; marked += found) {
            found = sweep.mark(period, CHUNK);
        }
        return marked;
    }
}
