package org.zhibao.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;

/**
 * Writes notices and their deliveries, in the transaction of the cause: either both happen or neither. What a person was
 * told already is left out; should two transactions tell the same at once, the database refuses the later one.
 */
@Component
class NoticeWriter {

    private final Notices notices;
    private final Deliveries deliveries;
    private final OpenChannels channels;
    private final Contacts contacts;
    private final ReminderSettings settings;
    private final Clock clock;

    NoticeWriter(Notices notices, Deliveries deliveries, OpenChannels channels, Contacts contacts,
                 ReminderSettings settings, Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.channels = channels;
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes what is new; gives how many notices that were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int write(List<NoticeDraft> drafts) {
        Map<String, NoticeDraft> fresh = new LinkedHashMap<>();
        drafts.forEach(draft -> fresh.put(draft.causeForRecipient(), draft));
        if (!fresh.isEmpty()) {
            fresh.keySet().removeAll(Set.copyOf(notices.known(fresh.keySet())));
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<NoticeDraft> written = List.copyOf(fresh.values());
        List<Notice> saved = notices.saveAll(written.stream().map(draft -> new Notice(draft, now)).toList());
        deliveries.saveAll(outgoing(written, saved, now));
        return saved.size();
    }

    private List<Delivery> outgoing(List<NoticeDraft> drafts, List<Notice> saved, Instant now) {
        Set<Channel> open = channels.open();
        List<Delivery> outgoing = new ArrayList<>();
        if (open.isEmpty()) {
            return outgoing;
        }
        Map<String, Contact> reached = contacts.of(new HashSet<>(drafts.stream().map(NoticeDraft::recipient).toList()));
        ReminderSettings.InForce rules = settings.inForce();
        for (int i = 0; i < drafts.size(); i++) {
            Actor recipient = drafts.get(i).recipient();
            Instant nextAt = rules.of(recipient).quiet().earliest(now);
            for (Channel channel : drafts.get(i).kind().channels()) {
                if (open.contains(channel)) {
                    String address = reached.get(recipient.userId()).address(channel);
                    outgoing.add(new Delivery(saved.get(i), channel, address, nextAt));
                }
            }
        }
        return outgoing;
    }
}
