package org.zhibao.filing.web;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.RevisionSummary;

/** Submitted revisions as people read them, beside the revision before. */
@Component
public class RevisionViews {

    /**
     * One revision.
     *
     * @param summary  its receipt
     * @param changes  the cells that differ from the revision before; empty for the first
     * @param findings what the rules said of it, with the explanations given
     */
    public record View(RevisionSummary summary, List<Change> changes, List<Remark> findings) {
    }

    /** A cell that differs, its values as people write them; empty where it held nothing. */
    public record Change(String field, String name, String unit, String before, String after, String percent) {
    }

    /** A finding; {@code explanation} is empty if none was given. */
    public record Remark(String rule, int version, String severity, String cell, String message, String explanation) {
    }

    private final FilingDesk desk;
    private final ReportViews views;

    RevisionViews(FilingDesk desk, ReportViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** One revision; refused with 403 outside the caller's area, with 404 if there is none of this number. */
    public View of(long filingId, int number, Actor actor, Locale locale) {
        FilingDossier dossier = desk.dossierOf(filingId, number, actor);
        ReportView view = views.of(dossier, locale);
        List<RevisionSummary> revisions = dossier.revisions();
        return new View(revisions.get(revisions.size() - 1),
                view.changes().stream().map(c -> new Change(c.path(), c.name(), c.unit(), c.before(), c.after(),
                        c.changePercent())).toList(),
                view.findings().stream().map(f -> new Remark(f.rule(), f.version(), f.severity(), f.anchorName(),
                        f.message(), f.explanation())).toList());
    }

    /** What the cells of a filing are called: {@code A27} gives {@code A27 工业用水量}. */
    public UnaryOperator<String> cellNames(long filingId, Actor actor, Locale locale) {
        return new Paths(desk.dossier(filingId, actor).form(), locale)::name;
    }
}
