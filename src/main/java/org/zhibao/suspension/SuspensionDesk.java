package org.zhibao.suspension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ReportingUnit;

/** Reads suspensions for one person: only those in its area. */
@Service
@Transactional(readOnly = true)
public class SuspensionDesk {

    private final SuspensionRecords records;
    private final SuspensionFiles files;
    private final SuspensionLetters letters;
    private final SuspensionRights rights;
    private final FilingSuspension filings;
    private final Periods periods;
    private final Clock clock;

    SuspensionDesk(SuspensionRecords records, SuspensionFiles files, SuspensionLetters letters, SuspensionRights rights,
                   FilingSuspension filings, Periods periods, Clock clock) {
        this.records = records;
        this.files = files;
        this.letters = letters;
        this.rights = rights;
        this.filings = filings;
        this.periods = periods;
        this.clock = clock;
    }

    /** Everything the page of a suspension shows. */
    public SuspensionView view(long id, Actor actor) {
        Suspension suspension = require(id, actor);
        SuspensionSummary summary = suspension.summary();
        List<Evidence> evidence = files.of(id);
        boolean declarers = suspension.undecided() && suspension.declaredFor(actor);
        List<String> covered = new Facts(Quarter.parse(summary.from()), Quarter.parse(summary.to()), summary.kind(),
                summary.explanation()).periods();
        return new SuspensionView(summary, evidence,
                letters.findBySuspensionIdOrderById(id).stream().map(SuspensionLetter::shown).toList(),
                filings.ofUnit(summary.orgCode(), covered).stream().map(SuspensionDesk::report).toList(),
                suspension.undecided() && actor.role() == Role.CITY, declarers,
                declarers && evidence.size() < EvidenceFile.MOST_FILES);
    }

    /** One attached file. */
    public EvidenceTable.File file(long id, int number, Actor actor) {
        require(id, actor);
        return files.file(id, number);
    }

    /** The unit a suspension is to be declared of; refused if the actor does not answer for it. */
    public ReportingUnit unit(String orgCode, Actor actor) {
        return rights.requireOwn(orgCode, actor);
    }

    /** Refuses with 403 whoever does not declare. */
    public void requireDeclarer(Actor actor) {
        if (!SuspensionRights.declares(actor.role())) {
            throw Refusal.forbidden("suspension.not-your-role");
        }
    }

    /** The next quarters a suspension may be about: that of the current period first. */
    public List<String> quarters(int many) {
        Quarter first = periods.current().map(ReportingPeriod::quarter)
                .orElseGet(() -> Quarter.containing(LocalDate.now(clock)));
        return Stream.iterate(first, Quarter::next).limit(many).map(Quarter::code).toList();
    }

    /** Whether a suspension can be declared because of this filing. */
    public boolean mayDeclare(FilingSummary filing, Actor actor) {
        return actor != null && SuspensionRights.declares(actor.role()) && FilingSuspension.possible(filing.stage());
    }

    private Suspension require(long id, Actor actor) {
        Suspension found = records.findById(id)
                .orElseThrow(() -> Refusal.notFound("suspension.unknown", String.valueOf(id)));
        rights.requireSight(actor, found);
        return found;
    }

    private static SuspensionView.Report report(FilingSummary filing) {
        return new SuspensionView.Report(filing.id(), filing.period(), filing.status().name());
    }
}
