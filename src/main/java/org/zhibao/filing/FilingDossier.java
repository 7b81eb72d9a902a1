package org.zhibao.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhibao.account.Role;
import org.zhibao.indicator.Figures;
import org.zhibao.rule.Finding;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.privacy.Masks;

/**
 * Everything one page about a filing shows to one person, as far as that person may see it.
 *
 * @param filing         the filing's position and dates
 * @param unit           the reporting unit
 * @param period         the quarter
 * @param form           sections and indicators asked of this unit
 * @param document       what is shown: the draft for the enterprise while it writes, the latest revision for all others
 * @param draftVersion   the optimistic version of the draft; -1 unless the draft is shown
 * @param previous       accepted figures of the previous quarter
 * @param lastYear       accepted figures of the same quarter last year
 * @param findings       findings on {@code document}
 * @param changes        what changed since the caller's level last decided on this filing
 * @param correspondence every action on the filing so far, oldest first
 * @param revisions      submitted revisions, oldest first
 * @param returned       the return the enterprise has to answer, if it has to
 * @param actions        what the caller may do now, and for what it may not, why
 */
public record FilingDossier(FilingSummary filing, UnitCard unit, PeriodCard period, FormDefinition form,
                            ReportDocument document, int draftVersion, Figures previous, Figures lastYear,
                            List<Finding> findings, List<CellChange> changes, List<Correspondence> correspondence,
                            List<RevisionSummary> revisions, Optional<Correspondence> returned,
                            List<AvailableAction> actions) {

    /** The reporting unit, as a page names it. */
    public record UnitCard(String orgCode, String uscc, String name, String cityCode, String cityName,
                           String countyCode, String countyName, String industryCode) {
    }

    /** The quarter, as a page names it: {@code 2026Q3}. */
    public record PeriodCard(String code, int year, int quarter, LocalDate start, LocalDate end) {
    }

    /** A cell ({@code A27}, {@code A26[0].product_output}) that differs; null where the cell held nothing. */
    public record CellChange(String field, String before, String after) {
    }

    /**
     * One action on a filing.
     *
     * @param action   what was done
     * @param role     at which level
     * @param userId   by whom
     * @param userName the name on screen of whom
     * @param reason   why; empty if none was asked for
     * @param due      until when the answer is due; null if none
     * @param fields   the cells concerned; empty if none were named
     * @param revision the revision it was about; 0 before the first
     * @param at       when
     */
    public record Correspondence(FilingAction action, Role role, String userId, String userName, String reason,
                                 Instant due, Set<String> fields, int revision, Instant at) {
    }

    /** A submitted revision and its receipt (回执). */
    public record RevisionSummary(int number, String receipt, Instant receivedAt, String submittedBy, String sha256,
                                  String previousSha256, boolean late) {
    }

    /**
     * Whether the caller may do an action now.
     *
     * @param refusal message key of the bundle {@code messages/filing} saying why not; null if allowed
     * @param actsNext who can act instead or next; empty if allowed
     */
    public record AvailableAction(FilingAction action, boolean allowed, String refusal, String actsNext) {
    }

    /** The same for who reads it without the persons in it and their numbers. */
    FilingDossier withoutContacts() {
        return new FilingDossier(filing, unit, period, form, ReportContacts.masked(document), draftVersion,
                ReportContacts.masked(previous), ReportContacts.masked(lastYear), findings,
                changes.stream().map(c -> new CellChange(c.field(), ReportContacts.masked(c.field(), c.before()),
                        ReportContacts.masked(c.field(), c.after()))).toList(),
                correspondence.stream().map(FilingDossier::withoutContacts).toList(), revisions,
                returned.map(FilingDossier::withoutContacts), actions);
    }

    private static Correspondence withoutContacts(Correspondence letter) {
        return new Correspondence(letter.action(), letter.role(), letter.userId(), Masks.name(letter.userName()),
                Masks.text(letter.reason()), letter.due(), letter.fields(), letter.revision(), letter.at());
    }

    /** Whether the caller may do the action now. */
    public boolean may(FilingAction action) {
        return actions.stream().anyMatch(a -> a.action() == action && a.allowed());
    }
}
