package org.zhibao.notice;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The channels there are, and which of them are set up. */
@Component
class OpenChannels {

    private final List<OutgoingChannel> channels;

    OpenChannels(List<OutgoingChannel> channels) {
        this.channels = channels.stream().sorted(Comparator.comparing(OutgoingChannel::channel)).toList();
    }

    List<OutgoingChannel> all() {
        return channels;
    }

    OutgoingChannel get(Channel channel) {
        return channels.stream().filter(c -> c.channel() == channel).findFirst().orElseThrow();
    }

    Set<Channel> open() {
        Set<Channel> open = EnumSet.noneOf(Channel.class);
        channels.stream().filter(OutgoingChannel::open).forEach(c -> open.add(c.channel()));
        return open;
    }
}
