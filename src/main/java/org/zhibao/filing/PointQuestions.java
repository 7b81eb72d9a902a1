package org.zhibao.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;
import org.zhibao.rule.Finding;

/** The reviewer's side of points: what a decision that sends the report back asks, cell by cell. */
@Component
class PointQuestions {

    private static final Set<FilingAction> ASKING = EnumSet.of(FilingAction.RETURN, FilingAction.REOPEN);
    private static final int MOST = 50;
    private static final int LEAST_LETTERS = 4;

    private final PointEntries points;
    private final CopiesOfRecord records;

    PointQuestions(PointEntries points, CopiesOfRecord records) {
        this.points = points;
        this.records = records;
    }

    /** Refuses points that nobody could answer: of a decision that does not go back, without words, on an unknown finding. */
    void require(Filing filing, Decision decision) {
        if (decision.points().isEmpty()) {
            return;
        }
        if (!asking(filing, decision)) {
            throw Refusal.field("points", "decision.points-not-here");
        }
        if (decision.points().size() > MOST) {
            throw Refusal.field("points", "decision.too-many-points", MOST);
        }
        Map<String, Finding> findings = findings(filing);
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (int i = 0; i < decision.points().size(); i++) {
            String field = "points." + i;
            problem(decision.points().get(i), findings)
                    .ifPresent(why -> errors.add(new Refusal.FieldError(field, why)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static boolean asking(Filing filing, Decision decision) {
        return ASKING.contains(decision.action()) && filing.revision() > 0;
    }

    private static Optional<Refusal.Text> problem(PointAsked point, Map<String, Finding> findings) {
        if (ExplanationWords.normal(point.text()).length() < LEAST_LETTERS || point.text().length() > PointAsked.LENGTH
                || Texts.unprintable(point.text())) {
            return Optional.of(new Refusal.Text("decision.point-text", LEAST_LETTERS, PointAsked.LENGTH));
        }
        if (point.fingerprint() != null && !findings.containsKey(point.fingerprint())) {
            return Optional.of(new Refusal.Text("decision.point-finding"));
        }
        return point.field() == null && point.fingerprint() == null
                ? Optional.of(new Refusal.Text("decision.point-cell")) : Optional.empty();
    }

    /**
     * Keeps what the decision asks: its points, and each marked cell that has none, with the reason as its text. Gives how
     * many points that are.
     */
    int keep(Filing filing, Decision decision, Actor actor, Instant at) {
        if (!asking(filing, decision)) {
            return 0;
        }
        Map<String, String> cells = record(filing).map(r -> CellChanges.cells(r.document().figures())).orElse(Map.of());
        Map<String, Finding> findings = findings(filing);
        Set<String> asked = new HashSet<>();
        for (PointAsked point : decision.points()) {
            List<String> fields = fields(point, findings);
            points.save(new PointEntry(filing, fields, point.fingerprint(), point.text(), false,
                    cells.get(fields.get(0)), actor, at));
            asked.addAll(fields);
        }
        List<String> marked = decision.fields().stream().filter(field -> !asked.contains(field)).sorted().toList();
        marked.forEach(field -> points.save(new PointEntry(filing, List.of(field), null, decision.reason(), true,
                cells.get(field), actor, at)));
        return decision.points().size() + marked.size();
    }

    /** The cell that the reviewer named comes first, those of the finding after it. */
    private static List<String> fields(PointAsked point, Map<String, Finding> findings) {
        Set<String> fields = new java.util.LinkedHashSet<>();
        if (point.field() != null) {
            fields.add(point.field());
        }
        if (point.fingerprint() != null) {
            fields.addAll(findings.get(point.fingerprint()).fields());
        }
        return fields.stream().limit(100).toList();
    }

    private Map<String, Finding> findings(Filing filing) {
        Map<String, Finding> findings = new java.util.HashMap<>();
        record(filing).ifPresent(r -> r.findings().forEach(f -> findings.put(f.fingerprint(), f)));
        return findings;
    }

    private Optional<CopyOfRecord> record(Filing filing) {
        return records.find(filing.id(), filing.revision());
    }
}
