package org.zhibao.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;

/** What reviewers noted about the cells of a report: points with their answers, findings they confirmed. */
@Service
@Transactional(readOnly = true)
public class ReviewNotes {

    private final Filings filings;
    private final FilingRights rights;
    private final PointEntries points;
    private final PointAnswerEntries answers;
    private final ReturnAnswers returns;
    private final FindingConfirmations confirmations;

    ReviewNotes(Filings filings, FilingRights rights, PointEntries points, PointAnswerEntries answers,
                ReturnAnswers returns, FindingConfirmations confirmations) {
        this.filings = filings;
        this.rights = rights;
        this.points = points;
        this.answers = answers;
        this.returns = returns;
        this.confirmations = confirmations;
    }

    /** All points so far, oldest first, each with the latest answer; refused with 403 outside the caller's area. */
    public List<ReviewPoint> points(long filingId, Actor actor) {
        Filing filing = visible(filingId, actor);
        List<PointEntry> asked = points.findByFilingIdOrderById(filing.id());
        Map<Long, PointAnswerEntry> answered = answers
                .findByPointIdInOrderById(asked.stream().map(PointEntry::id).toList()).stream()
                .collect(Collectors.toMap(PointAnswerEntry::pointId, Function.identity(), (first, second) -> second));
        return asked.stream().map(p -> p.shown(Optional.ofNullable(answered.get(p.id())))).toList();
    }

    /** The points that the enterprise has to answer now. */
    public List<ReviewPoint> toAnswer(long filingId, Actor actor) {
        Filing filing = visible(filingId, actor);
        int revision = returns.returned(filing).map(FilingDossier.Correspondence::revision).orElse(-1);
        return points(filingId, actor).stream().filter(p -> p.revision() == revision).toList();
    }

    /** What the cells of these points held in the revision that was returned, by path. */
    public Map<String, String> returnedCells(long filingId, Actor actor) {
        Filing filing = visible(filingId, actor);
        List<String> fields = toAnswer(filingId, actor).stream().flatMap(p -> p.fields().stream()).toList();
        Map<String, String> cells = returns.returned(filing)
                .map(r -> CellChanges.cells(returns.figures(filing, r.revision()))).orElse(Map.of());
        return cells.entrySet().stream()
                .filter(c -> fields.stream().anyMatch(f -> c.getKey().equals(f) || c.getKey().startsWith(f + "[")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The findings that reviewers confirmed, oldest first. */
    public List<FindingConfirmation> confirmations(long filingId, Actor actor) {
        return confirmations.of(visible(filingId, actor));
    }

    private Filing visible(long filingId, Actor actor) {
        Filing filing = filings.require(filingId);
        rights.requireSight(actor, filing.summary());
        return filing;
    }
}
