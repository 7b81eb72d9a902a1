package org.zhibao.filing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.indicator.Figures;
import org.zhibao.refusal.Refusal;

/**
 * The enterprise's answer to a return (整改说明): it corrects the figures, or says why they stand (W35). The answer is an
 * explanation under a key of its own, {@code return/} and the number of the revision that was returned, so that the next
 * return asks for a new one.
 */
@Component
class ReturnAnswers {

    private static final String PREFIX = "return/";
    private static final Set<FilingAction> SENT_BACK = EnumSet.of(FilingAction.RETURN, FilingAction.REOPEN);

    private final CorrespondenceEntries correspondence;
    private final CopiesOfRecord records;
    private final PointAnswers points;

    ReturnAnswers(CorrespondenceEntries correspondence, CopiesOfRecord records,
                  PointAnswers points) {
        this.points = points;
        this.correspondence = correspondence;
        this.records = records;
    }

    /** The return that the enterprise has to answer, if it has to. */
    Optional<Correspondence> returned(Filing filing) {
        return filing.stage() != Stage.RECTIFY ? Optional.empty()
                : correspondence.findByFilingIdOrderById(filing.id()).stream().map(CorrespondenceEntry::shown)
                        .filter(c -> SENT_BACK.contains(c.action())).reduce((first, second) -> second);
    }

    /** The answer to the return under way; empty if there is none. */
    String answer(Filing filing, ReportDocument document) {
        return returned(filing).map(r -> answer(r, document)).orElse("");
    }

    /**
     * Refuses a resubmission that leaves a point of the return open, or, if it has none, that neither changes a figure nor
     * says why.
     */
    void require(Filing filing, ReportDocument document) {
        returned(filing).filter(r -> points.require(filing, r, document) == 0)
                .filter(r -> CellChanges.between(figures(filing, r.revision()), document.figures()).isEmpty())
                .flatMap(r -> problem(r, answer(r, document)))
                .ifPresent(why -> {
                    throw Refusal.field("answer", "submission.answer-missing", CheckResult.EXPLANATION_LENGTH, why);
                });
    }

    /** Why a text is no answer to the return; empty if it is one. */
    static Optional<Refusal.Text> problem(Correspondence returned, String answer) {
        return ExplanationWords.SHIPPED.problem(answer, returned.reason());
    }

    /**
     * Keeps what the submission does about the points of the return, and gives the explanations that go on record: those
     * that count, the answer if there is one, and the answers to points.
     */
    Map<String, String> onRecord(Filing filing, ReportDocument document, CheckResult result, String userId, Instant at) {
        Map<String, String> kept = new TreeMap<>(result.explanations());
        returned(filing).ifPresent(r -> {
            kept.putAll(points.keep(filing, r, document, filing.revision() + 1, userId, at));
            if (!answer(r, document).isEmpty()) {
                kept.put(key(r), answer(r, document));
            }
        });
        return kept;
    }

    private static String answer(Correspondence returned, ReportDocument document) {
        return document.explanations().getOrDefault(key(returned), "").strip();
    }

    static String key(Correspondence returned) {
        return PREFIX + returned.revision();
    }

    Figures figures(Filing filing, int revision) {
        return records.figures(filing.id(), revision);
    }
}
