package org.zhibao.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingDossier.CellChange;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.filing.ReviewPoint.State;
import org.zhibao.indicator.Figures;
import org.zhibao.refusal.Refusal;

/**
 * The enterprise's side of points (W26, W35): each point of the return under way is answered by changing a figure it is
 * about, or by words of its own; a cell that was only marked also by the answer to the return as a whole.
 */
@Component
class PointAnswers {

    private final PointEntries points;
    private final PointAnswerEntries answers;
    private final CopiesOfRecord records;

    PointAnswers(PointEntries points, PointAnswerEntries answers, CopiesOfRecord records) {
        this.points = points;
        this.answers = answers;
        this.records = records;
    }

    /** The points of a return. */
    List<ReviewPoint> of(Filing filing, Correspondence returned) {
        return points.findByFilingIdAndRevisionOrderById(filing.id(), returned.revision()).stream()
                .map(p -> p.shown(Optional.empty())).toList();
    }

    /** Refuses, naming each, a submission that leaves points neither corrected nor answered; gives how many there are. */
    int require(Filing filing, Correspondence returned, ReportDocument document) {
        List<ReviewPoint> asked = of(filing, returned);
        Set<String> changed = changed(filing, returned, document);
        List<Refusal.FieldError> open = new ArrayList<>();
        for (ReviewPoint point : asked) {
            if (!corrected(point, changed)) {
                problem(point, returned, document).ifPresent(why -> open.add(new Refusal.FieldError(point.key(),
                        new Refusal.Text("submission.point-open", point.field(), why))));
            }
        }
        if (!open.isEmpty()) {
            throw Refusal.fields(open);
        }
        return asked.size();
    }

    /** Keeps what this submission does about the points, and gives the answers that go on record, by their keys. */
    Map<String, String> keep(Filing filing, Correspondence returned, ReportDocument document, int revision,
                             String userId, Instant at) {
        Map<String, String> kept = new java.util.TreeMap<>();
        Set<String> changed = changed(filing, returned, document);
        Map<String, String> cells = CellChanges.cells(document.figures());
        for (ReviewPoint point : of(filing, returned)) {
            String text = text(point, document);
            boolean corrected = corrected(point, changed);
            boolean counts = problem(text, point).isEmpty();
            String said = counts ? text : corrected ? "" : text(ReturnAnswers.key(returned), document);
            answers.save(new PointAnswerEntry(point.id(), revision, corrected ? State.CORRECTED : State.EXPLAINED, said,
                    cells.get(point.field()), userId, at));
            if (counts) {
                kept.put(point.key(), text);
            }
        }
        return kept;
    }

    /** Whether a figure that the point is about was changed. */
    private static boolean corrected(ReviewPoint point, Set<String> changed) {
        return point.fields().stream().anyMatch(field -> changed.contains(field)
                || changed.stream().anyMatch(path -> path.startsWith(field + "[")));
    }

    private static Optional<Refusal.Text> problem(ReviewPoint point, Correspondence returned, ReportDocument document) {
        Optional<Refusal.Text> own = problem(text(point, document), point);
        return own.isPresent() && point.whole()
                && ReturnAnswers.problem(returned, text(ReturnAnswers.key(returned), document)).isEmpty()
                ? Optional.empty() : own;
    }

    private static Optional<Refusal.Text> problem(String text, ReviewPoint point) {
        return ExplanationWords.SHIPPED.problem(text, point.text());
    }

    private static String text(ReviewPoint point, ReportDocument document) {
        return text(point.key(), document);
    }

    private static String text(String key, ReportDocument document) {
        return document.explanations().getOrDefault(key, "").strip();
    }

    private Set<String> changed(Filing filing, Correspondence returned, ReportDocument document) {
        Figures before = records.figures(filing.id(), returned.revision());
        return CellChanges.between(before, document.figures()).stream().map(CellChange::field)
                .collect(Collectors.toSet());
    }
}
