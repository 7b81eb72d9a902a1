package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.indicator.FigureValidator;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;
import org.zhibao.rule.LiveRules;

/** What the enterprise has written so far. Every saving names the version it started from. */
@Service
public class FilingDrafts {

    /**
     * A draft as stored.
     *
     * @param version counts the savings; 0 before the first, when the document is the prefilled form
     */
    public record Draft(int version, ReportDocument document, Instant savedAt, String savedBy) {
    }

    private static final int MOST_EXPLANATIONS = 400;
    private static final int EXPLANATION_LENGTH = 1000;
    private static final int NAME_LENGTH = 30;
    private static final int MOST_CHARACTERS = 300_000;

    private final Filings filings;
    private final FilingDraftRepository drafts;
    private final FilingRights rights;
    private final FirstDraft firstDraft;
    private final RecordCodec codec;
    private final FilingForms forms;
    private final FigureValidator validator;
    private final ReportReview review;
    private final Clock clock;

    FilingDrafts(Filings filings, FilingDraftRepository drafts, FilingRights rights, FirstDraft firstDraft,
                 RecordCodec codec, FilingForms forms, FigureValidator validator,
                 ReportReview review, Clock clock) {
        this.filings = filings;
        this.drafts = drafts;
        this.rights = rights;
        this.firstDraft = firstDraft;
        this.codec = codec;
        this.forms = forms;
        this.validator = validator;
        this.review = review;
        this.clock = clock;
    }

    /** The enterprise's own draft; nobody else reads it. */
    @Transactional(readOnly = true)
    public Draft read(long filingId, Actor actor) {
        Filing filing = filings.require(filingId);
        rights.requireSight(actor, filing.summary());
        if (!ownedBy(actor, filing)) {
            throw Refusal.forbidden("draft.not-yours", filing.unitName());
        }
        return current(filing);
    }

    /**
     * Saves the draft.
     *
     * @param version the version the document started from
     * @return the draft with its new version
     * @throws Refusal 409 with the newer draft in {@code current} if somebody saved in between; 422 naming every cell
     *                 that cannot be stored
     */
    @Transactional
    public Draft save(long filingId, int version, ReportDocument document, Actor actor) {
        Filing filing = filings.lock(filingId)
                .orElseThrow(() -> Refusal.notFound("filing.unknown", String.valueOf(filingId)));
        rights.require(actor, filing.summary(), FilingAction.SAVE);
        Draft stored = current(filing);
        requireVersion(stored, version);
        requireStorable(filing, document);
        FilingDraft draft = drafts.findById(filingId).orElseGet(() -> new FilingDraft(filingId));
        draft.save(codec.text(document), clock.instant(), actor.userId());
        drafts.save(draft);
        filing.draftSaved();
        return view(draft);
    }

    /** What the rules say about the stored draft. */
    @Transactional(readOnly = true)
    public CheckResult check(long filingId, Actor actor) {
        return review.check(filings.require(filingId), read(filingId, actor).document());
    }

    /** What the rules would say if the draft were this document; nothing is saved. */
    @Transactional(readOnly = true)
    public CheckResult check(long filingId, ReportDocument document, Actor actor) {
        read(filingId, actor);
        return review.check(filings.require(filingId), document);
    }

    /** The rules that {@link #check(long, Actor)} runs, for the browser of the enterprise. */
    @Transactional(readOnly = true)
    public LiveRules rules(long filingId, Actor actor) {
        read(filingId, actor);
        return review.live(filings.require(filingId));
    }

    static boolean ownedBy(Actor actor, Filing filing) {
        return filing.orgCode().equals(actor.orgCode());
    }

    Draft current(Filing filing) {
        return drafts.findById(filing.id()).map(this::view)
                .orElseGet(() -> new Draft(0, firstDraft.of(filing), null, null));
    }

    static void requireVersion(Draft stored, int version) {
        if (stored.version() != version) {
            throw Refusal.conflict("draft.stale", version, stored.version()).with("current", stored);
        }
    }

    private Draft view(FilingDraft draft) {
        return new Draft(draft.version(), codec.document(draft.content()), draft.savedAt(), draft.savedBy());
    }

    private void requireStorable(Filing filing, ReportDocument document) {
        requireSize(document);
        FormDefinition form = forms.of(filing);
        List<Refusal.FieldError> errors = validator.problems(form, document.figures()).stream()
                .map(p -> new Refusal.FieldError(p.field(), new Refusal.Text(p.messageKey(), p.arguments()))).toList();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void requireSize(ReportDocument document) {
        Map<String, String> explanations = document.explanations();
        if (explanations.size() > MOST_EXPLANATIONS) {
            throw Refusal.field("explanations", "draft.too-many-explanations", MOST_EXPLANATIONS);
        }
        Optional<String> tooLong = explanations.entrySet().stream()
                .filter(e -> e.getKey().length() > 64 || e.getValue() == null
                        || e.getValue().length() > EXPLANATION_LENGTH).map(Map.Entry::getKey).findFirst();
        if (tooLong.isPresent()) {
            throw Refusal.field("explanations", "draft.explanation-too-long", EXPLANATION_LENGTH);
        }
        if (explanations.values().stream().anyMatch(Texts::unprintable)) {
            throw Refusal.field("explanations", "draft.explanation-characters");
        }
        requireName("signatories.preparer", document.signatories().preparer());
        requireName("signatories.checker", document.signatories().checker());
        requireName("signatories.responsible", document.signatories().responsible());
        if (codec.text(document).length() > MOST_CHARACTERS) {
            throw Refusal.field("document", "draft.too-large", MOST_CHARACTERS);
        }
    }

    private static void requireName(String field, String name) {
        if (name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field(field, "draft.name", NAME_LENGTH);
        }
    }
}
