package org.zhibao.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingSummary;
import org.zhibao.refusal.Refusal;

/** Reads one case for an auditor; refused with 403 to everybody else and outside the auditor's area. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    private final FilingDesk desk;
    private final CaseHistory history;
    private final List<CaseSource> sources;

    CaseFiles(FilingDesk desk, CaseHistory history, List<CaseSource> sources) {
        this.desk = desk;
        this.history = history;
        this.sources = sources;
    }

    /** Where the case stands. */
    public FilingSummary require(long filingId, Actor actor) {
        CaseRights.require(actor);
        return desk.filing(filingId, actor).filing();
    }

    /** Its processes, oldest first. */
    public List<CaseHistory.Run> runs(FilingSummary filing) {
        return history.runs(businessKey(filing));
    }

    /** Everything that happened, oldest first. */
    public List<CaseEvent> timeline(FilingSummary filing) {
        Stream<CaseEvent> ours = sources.stream().flatMap(s -> s.of(filing).stream());
        return Stream.concat(ours, history.events(businessKey(filing)).stream())
                .sorted(Comparator.comparing(CaseEvent::at).thenComparing(CaseEvent::kind)).toList();
    }

    /** What happened to the case, oldest first: its timeline without those who only read. */
    public List<CaseEvent> happened(FilingSummary filing) {
        return timeline(filing).stream().filter(event -> !TrailEvents.onlyRead(event)).toList();
    }

    /** The diagram that a run of the case went by. */
    public byte[] diagram(FilingSummary filing, String run) {
        return runs(filing).stream().filter(r -> r.id().equals(run)).findFirst()
                .map(r -> history.diagram(r.definition()))
                .orElseThrow(() -> Refusal.notFound("case.no-run", run));
    }

    /** The case, as the engine names it. */
    static String businessKey(FilingSummary filing) {
        return filing.period() + "-" + filing.orgCode();
    }
}
