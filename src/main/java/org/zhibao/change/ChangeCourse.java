package org.zhibao.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.UnitLeft;
import org.zhibao.filing.FilingEnded;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.filing.FilingsOpened;
import org.zhibao.lineage.Succession;
import org.zhibao.lineage.Successions;
import org.zhibao.period.PeriodRosters;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.Registry;
import org.zhibao.registry.YearlyRosters;

/**
 * What a confirmed change does: to the registry and the yearly lists at once; reports of a closed unit that are asked for
 * from then on end, those before are still to be filed, and only then its accounts are closed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeCourse {

    private final ChangeRecords records;
    private final Registry registry;
    private final YearlyRosters lists;
    private final Successions successions;
    private final FilingSuspension filings;
    private final ApplicationEventPublisher events;

    ChangeCourse(ChangeRecords records, Registry registry, YearlyRosters lists, Successions successions,
                 FilingSuspension filings, ApplicationEventPublisher events) {
        this.records = records;
        this.registry = registry;
        this.lists = lists;
        this.successions = successions;
        this.filings = filings;
        this.events = events;
    }

    /** The city has confirmed it. */
    public void apply(long id) {
        RegistryChange change = records.findById(id).orElseThrow();
        ChangeFacts facts = change.facts();
        switch (facts.kind()) {
            case NEW -> register(facts);
            case CLOSED -> {
                registry.removeFromRoster(facts.orgCode());
                end(change, filings.from(facts.orgCode(), facts.from()));
                closeAccounts(change);
            }
            case RENAMED -> rename(facts.orgCode(), change);
            case RECODED -> recode(change, facts);
        }
    }

    /** Reports that open although their unit has left the registry by then end at once. */
    @EventListener
    public void opened(FilingsOpened opened) {
        if (opened.filings().isEmpty()) {
            return;
        }
        Map<String, FilingSummary> filed = opened.filings().stream()
                .collect(Collectors.toMap(FilingSummary::orgCode, f -> f));
        records.departures(filed.keySet()).stream().filter(c -> c.facts().from().code().compareTo(opened.period()) <= 0)
                .forEach(change -> end(change, List.of(filed.get(change.facts().orgCode()))));
    }

    /** The last report of a unit that has left may be done: then its accounts are. */
    @EventListener
    public void ended(FilingEnded ended) {
        records.departures(List.of(ended.filing().orgCode())).forEach(this::closeAccounts);
    }

    private void register(ChangeFacts facts) {
        UnitDraft draft = UnitDraft.parse(facts.details());
        registry.add(draft.unit(new OrganisationCode(facts.orgCode())));
        int year = PeriodRosters.listYear(facts.from());
        if (lists.exists(year)) {
            draft.levels().forEach(level -> lists.add(year, level, List.of(facts.orgCode())));
        }
    }

    private void rename(String orgCode, RegistryChange change) {
        ChangeFacts facts = change.facts();
        Actor by = change.decider();
        successions.renamed(orgCode, facts.newName(), facts.from(), facts.reason(), by);
        registry.rename(orgCode, facts.newName(), change.subject(), by.who());
    }

    private void recode(RegistryChange change, ChangeFacts facts) {
        registry.recode(facts.orgCode(), facts.newOrgCode(), facts.newUscc());
        lists.takeOver(facts.orgCode(), facts.newOrgCode(), PeriodRosters.listYear(facts.from()), facts.from().code());
        successions.record(Succession.recoded(facts.orgCode(), facts.newOrgCode(), facts.from(), facts.reason(),
                List.of()), change.decider());
        if (!facts.newName().isEmpty() && !facts.newName().equals(facts.unitName())) {
            rename(facts.newOrgCode(), change);
        }
        closeAccounts(change);
    }

    private void end(RegistryChange change, List<FilingSummary> asked) {
        List<String> periods = asked.stream().filter(f -> FilingSuspension.possible(f.stage()))
                .map(FilingSummary::period).toList();
        if (!periods.isEmpty()) {
            filings.end(change.facts().orgCode(), periods, change.facts().reason(), change.decider());
        }
    }

    private void closeAccounts(RegistryChange change) {
        ChangeFacts facts = change.facts();
        if (filings.open(facts.orgCode()).isEmpty()) {
            events.publishEvent(new UnitLeft(facts.orgCode(), change.subject(), change.decider().who()));
        }
    }
}
