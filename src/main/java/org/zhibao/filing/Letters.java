package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;

/** Writes the correspondence of filings, each letter so that the filing is found by who wrote it. */
@Component
class Letters {

    private final CorrespondenceEntries entries;
    private final FilingActors actors;
    private final Clock clock;

    Letters(CorrespondenceEntries entries, FilingActors actors, Clock clock) {
        this.entries = entries;
        this.actors = actors;
        this.clock = clock;
    }

    /** Adds one; {@code due} is null where nothing is due. */
    void add(Filing filing, Actor actor, FilingAction action, String reason, Instant due, Set<String> fields) {
        Instant now = clock.instant();
        entries.save(new CorrespondenceEntry(filing, actor, action, reason, due, fields, now));
        actors.acted(List.of(filing), now, actor.userId(), actor.name());
    }

    /** Adds one to each filing that says no more than what was done. */
    void addAll(List<Filing> filings, Actor actor, FilingAction action) {
        Instant now = clock.instant();
        filings.forEach(f -> entries.save(new CorrespondenceEntry(f, actor, action, "", null, Set.of(), now)));
        actors.acted(filings, now, actor.userId(), actor.name());
    }
}
