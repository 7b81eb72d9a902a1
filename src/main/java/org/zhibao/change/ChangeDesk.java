package org.zhibao.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.privacy.Masks;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.suspension.EvidenceFile;
import org.zhibao.suspension.EvidenceTable;

/** Reads changes for one person: only those in its area; and what a form needs to propose one. */
@Service
@Transactional(readOnly = true)
public class ChangeDesk {

    private final ChangeRecords records;
    private final ChangeFiles files;
    private final ChangeLetters letters;
    private final ChangeRights rights;
    private final Registry registry;
    private final FilingSuspension filings;
    private final Periods periods;
    private final PeriodRosters rosters;
    private final Clock clock;

    ChangeDesk(ChangeRecords records, ChangeFiles files, ChangeLetters letters, ChangeRights rights, Registry registry,
               FilingSuspension filings, Periods periods, PeriodRosters rosters, Clock clock) {
        this.records = records;
        this.files = files;
        this.letters = letters;
        this.rights = rights;
        this.registry = registry;
        this.filings = filings;
        this.periods = periods;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** Everything the page of a change shows. */
    public ChangeView view(long id, Actor actor) {
        RegistryChange change = require(id, actor);
        ChangeFacts facts = change.facts();
        var evidence = files.of(id);
        boolean proposers = change.undecided() && change.proposedFor(actor);
        return new ChangeView(change.summary(),
                facts.details().isEmpty() ? Map.of() : shown(UnitDraft.parse(facts.details()), actor), evidence,
                letters.findByChangeIdOrderById(id).stream().map(ChangeLetter::shown).toList(),
                filings.open(facts.orgCode()), change.undecided() && actor.role() == Role.CITY, proposers,
                proposers && evidence.size() < EvidenceFile.MOST_FILES);
    }

    /** One attached file. */
    public EvidenceTable.File file(long id, int number, Actor actor) {
        require(id, actor);
        return files.file(id, number);
    }

    /** The unit a change is to be proposed of; refused if it does not lie in the actor's area. */
    public ReportingUnit unit(String orgCode, Actor actor) {
        return rights.requireOwn(orgCode, actor);
    }

    /** Refuses with 403 whoever does not propose. */
    public void requireProposer(Actor actor) {
        ChangeRights.requireProposer(actor);
    }

    /** The counties a new unit may stand in. */
    public List<Region> counties(Actor actor) {
        return actor.role() == Role.COUNTY ? List.of(registry.region(actor.area())) : registry.counties(actor.area());
    }

    /**
     * The quarters a change may hold from.
     *
     * @param free whether only those whose roster is not frozen
     */
    public List<String> quarters(boolean free) {
        Quarter first = periods.current().map(ReportingPeriod::quarter)
                .orElseGet(() -> Quarter.containing(LocalDate.now(clock)));
        return Stream.iterate(first, Quarter::next).limit(Proposal.MOST_QUARTERS).map(Quarter::code)
                .filter(code -> !free || !rosters.confirmed(code)).toList();
    }

    /** Whoever need not reach the persons reads their names and numbers masked. */
    private static Map<String, String> shown(UnitDraft unit, Actor actor) {
        Map<String, String> fields = unit.fields();
        if (actor.role() == Role.GROUP) {
            fields.computeIfPresent("legalRepresentative", (field, name) -> Masks.name(name));
            fields.computeIfPresent("contactName", (field, name) -> Masks.name(name));
            fields.computeIfPresent("contactPhone", (field, number) -> Masks.phone(number));
        }
        return fields;
    }

    private RegistryChange require(long id, Actor actor) {
        RegistryChange found = records.findById(id)
                .orElseThrow(() -> Refusal.notFound("change.unknown", String.valueOf(id)));
        rights.requireSight(actor, found.summary());
        return found;
    }
}
