package org.zhibao.notice.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.account.Role;
import org.zhibao.notice.Channel;
import org.zhibao.notice.ChannelAdministration;
import org.zhibao.notice.Inbox;
import org.zhibao.notice.UrgingRecord;
import org.zhibao.notice.Urgings;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** What other features' pages show of notices; templates know it as {@code @noticeParts}. */
@Component("noticeParts")
public class NoticeParts {

    private static final int MOST_SHOWN = 99;

    private final Inbox inbox;
    private final UrgingRecord record;
    private final ChannelAdministration channels;
    private final RefusalTexts texts;

    NoticeParts(Inbox inbox, UrgingRecord record, ChannelAdministration channels, RefusalTexts texts) {
        this.inbox = inbox;
        this.record = record;
        this.channels = channels;
        this.texts = texts;
    }

    /** How many notices a person has not read, as the bell shows it: {@code 99+} for more; empty for none. */
    public String unread(String userId) {
        long unread = inbox.unread(userId);
        return unread == 0 ? "" : unread > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(unread);
    }

    /** Whether a role may urge. */
    public boolean mayUrge(Role role) {
        return Urgings.mayUrge(role);
    }

    /** When a filing was urged, the latest first. */
    public List<UrgingRecord.OfFiling> urgingsOf(long filingId) {
        return record.ofFiling(filingId);
    }

    /** The names of the channels that fail; empty if all is well. */
    public String failing(Locale locale) {
        return channels.failing().stream().map(Channel::name).map(name -> texts.of("channel." + name, locale))
                .collect(Collectors.joining("、"));
    }

    /** Any text made of a message and arguments. */
    public String of(Refusal.Text text, Locale locale) {
        return texts.of(text, locale);
    }
}
