package org.zhibao.filing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.filing.FilingDossier.CellChange;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.filing.FilingDossier.PeriodCard;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.FilingDossier.UnitCard;
import org.zhibao.indicator.Figures;
import org.zhibao.lineage.Lineage;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.rule.Finding;

/** Reads filings for one person: only those in its area, and a draft only for the enterprise that writes it. */
@Service
@Transactional(readOnly = true)
public class FilingDesk {

    /** A revision with what it holds. */
    public record RevisionContent(RevisionSummary summary, ReportDocument document, List<Finding> findings) {
    }

    /** A filing with what the caller may do to it. */
    public record FilingView(FilingSummary filing, List<AvailableAction> actions) {
    }

    private static final Set<FilingAction> LOOKED_AT = EnumSet.of(FilingAction.FORWARD, FilingAction.RETURN,
            FilingAction.ACCEPT, FilingAction.FEED_BACK, FilingAction.REMARK);

    private final Filings filings;
    private final FilingDrafts drafts;
    private final FilingRevisions revisions;
    private final CorrespondenceEntries correspondence;
    private final FilingRights rights;
    private final ReportReview review;
    private final ReturnAnswers answers;
    private final RecordCodec codec;
    private final Registry registry;
    private final FilingForms forms;
    private final Lineage lineage;

    FilingDesk(Filings filings, FilingDrafts drafts, FilingRevisions revisions, CorrespondenceEntries correspondence,
               FilingRights rights, ReportReview review, ReturnAnswers answers, RecordCodec codec, Registry registry,
               FilingForms forms, Lineage lineage) {
        this.filings = filings;
        this.drafts = drafts;
        this.revisions = revisions;
        this.correspondence = correspondence;
        this.rights = rights;
        this.review = review;
        this.answers = answers;
        this.codec = codec;
        this.registry = registry;
        this.forms = forms;
        this.lineage = lineage;
    }

    /** Everything one page shows about a filing. */
    public FilingDossier dossier(long filingId, Actor actor) {
        Filing filing = visible(filingId, actor);
        ReportingUnit unit = registry.require(filing.orgCode());
        List<Correspondence> letters = correspondence(filing);
        boolean writing = filing.withEnterprise() && FilingDrafts.ownedBy(actor, filing);
        FilingDrafts.Draft draft = writing ? drafts.current(filing) : null;
        Optional<CopyOfRecord> latest = content(filing, filing.revision());
        ReportDocument document = writing ? draft.document()
                : latest.map(CopyOfRecord::document).orElse(ReportDocument.EMPTY);
        List<Finding> findings = writing ? review.check(filing, document).findings()
                : latest.map(CopyOfRecord::findings).orElse(List.of());
        return readBy(actor, new FilingDossier(filing.summary(), card(unit), card(filing.period()),
                forms.of(filing), document, writing ? draft.version() : -1, review.previous(filing),
                review.lastYear(filing), findings, changes(filing, document, letters, actor.role(), writing), letters,
                summaries(filing), answers.returned(filing), rights.actions(actor, filing.summary())));
    }

    /**
     * One revision as it was received, laid out like a dossier, with what changed since the revision before; nothing of what
     * came after it.
     */
    public FilingDossier dossierOf(long filingId, int number, Actor actor) {
        Filing filing = visible(filingId, actor);
        CopyOfRecord record = codec.copyOfRecord(require(filing, number).content());
        ReportingUnit unit = registry.require(filing.orgCode());
        return readBy(actor, new FilingDossier(filing.summary(), card(unit), card(filing.period()),
                forms.of(filing), record.document(), -1, review.previous(filing),
                review.lastYear(filing), record.findings(), changesOf(filing, number, record), List.of(),
                summaries(filing).stream().filter(r -> r.number() <= number).toList(), Optional.empty(), List.of()));
    }

    private static FilingDossier readBy(Actor actor, FilingDossier dossier) {
        return ReportContacts.full(actor, dossier.filing()) ? dossier : dossier.withoutContacts();
    }

    /** An enterprise's own filings, under whatever code it had then, the latest period first. */
    public List<FilingView> ofUnit(Actor actor) {
        return actor.orgCode() == null ? List.of()
                : filings.findByOrgCodeInOrderByPeriodDesc(lineage.of(actor.orgCode()).codes()).stream()
                        .map(f -> view(f, actor)).toList();
    }

    /** One filing with what the caller may do to it. */
    public FilingView filing(long filingId, Actor actor) {
        return view(visible(filingId, actor), actor);
    }

    public List<RevisionSummary> revisions(long filingId, Actor actor) {
        return summaries(visible(filingId, actor));
    }

    /** One revision's content. */
    public RevisionContent revision(long filingId, int number, Actor actor) {
        Filing filing = visible(filingId, actor);
        FilingRevision revision = require(filing, number);
        CopyOfRecord record = codec.copyOfRecord(revision.content());
        return new RevisionContent(revision.summary(), ReportContacts.full(actor, filing.summary()) ? record.document()
                : ReportContacts.masked(record.document()), record.findings());
    }

    /** One revision's canonical bytes: JSON in UTF-8, whose SHA-256 is on the receipt. */
    public byte[] record(long filingId, int number, Actor actor) {
        Filing filing = visible(filingId, actor);
        if (!ReportContacts.full(actor, filing.summary())) {
            // what is hashed cannot be masked
            throw Refusal.forbidden("filing.record-has-contacts");
        }
        return require(filing, number).content();
    }

    private FilingView view(Filing filing, Actor actor) {
        return new FilingView(filing.summary(), rights.actions(actor, filing.summary()));
    }

    private Filing visible(long filingId, Actor actor) {
        Filing filing = filings.require(filingId);
        rights.requireSight(actor, filing.summary());
        return filing;
    }

    private FilingRevision require(Filing filing, int number) {
        return revisions.findByFilingIdAndNumber(filing.id(), number)
                .orElseThrow(() -> Refusal.notFound("revision.unknown", number, filing.revision()));
    }

    private Optional<CopyOfRecord> content(Filing filing, int number) {
        return revisions.findByFilingIdAndNumber(filing.id(), number).map(r -> codec.copyOfRecord(r.content()));
    }

    /** For a reviewer, since its level last decided; for the enterprise while it writes, since it last submitted. */
    private List<CellChange> changes(Filing filing, ReportDocument shown, List<Correspondence> letters, Role role,
                                     boolean writing) {
        int seen = writing ? filing.revision() : letters.stream()
                .filter(c -> c.role() == role && LOOKED_AT.contains(c.action()))
                .mapToInt(Correspondence::revision).max().orElse(0);
        if (seen == 0 || !writing && seen == filing.revision()) {
            return List.of();
        }
        Figures before = content(filing, seen).map(r -> r.document().figures()).orElse(Figures.EMPTY);
        return CellChanges.between(before, shown.figures());
    }

    private List<CellChange> changesOf(Filing filing, int number, CopyOfRecord record) {
        return content(filing, number - 1)
                .map(before -> CellChanges.between(before.document().figures(), record.document().figures()))
                .orElse(List.of());
    }

    private List<Correspondence> correspondence(Filing filing) {
        return correspondence.findByFilingIdOrderById(filing.id()).stream().map(CorrespondenceEntry::shown).toList();
    }

    private List<RevisionSummary> summaries(Filing filing) {
        return revisions.findByFilingIdOrderByNumber(filing.id()).stream().map(FilingRevision::summary).toList();
    }

    private UnitCard card(ReportingUnit unit) {
        return new UnitCard(unit.orgCode(), unit.uscc().orElse(""), unit.name(), unit.cityCode(),
                registry.region(unit.cityCode()).name(), unit.countyCode(), registry.region(unit.countyCode()).name(),
                unit.industryCode());
    }

    private static PeriodCard card(String period) {
        Quarter quarter = Quarter.parse(period);
        return new PeriodCard(period, quarter.year(), quarter.number(), quarter.start(), quarter.end());
    }
}
