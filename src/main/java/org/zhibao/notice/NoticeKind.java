package org.zhibao.notice;

import java.util.EnumSet;
import java.util.Set;

/** What a notice is about; names the messages {@code notice.<kind>.title} and {@code notice.<kind>.text}. */
public enum NoticeKind {
    /** The quarterly report is due soon. */
    FILL_IN_SOON(Channel.ALL),
    FILL_IN_TODAY(Channel.ALL),
    FILL_IN_OVERDUE(Channel.ALL),
    /** The answer to a return is due soon. */
    RECTIFY_SOON(Channel.ALL),
    RECTIFY_TODAY(Channel.ALL),
    RECTIFY_OVERDUE(Channel.ALL),
    /** 打回: the enterprise has to rectify. */
    RETURNED(Channel.ALL),
    /** A unit of the county got its report back (W32). */
    COUNTY_RETURNED(Set.of()),
    /** The report of a unit of the county did not pass the check (W32). */
    COUNTY_CHECK_FAILED(Set.of()),
    /** 催报 of a quarterly report. */
    URGED_FILL_IN(Channel.ALL),
    /** 催报 of a rectification. */
    URGED_RECTIFY(Channel.ALL),
    /** The province urges a city's reviewers. */
    URGED_CITY(Channel.ALL),
    /** 停报 was declared: the city has to verify it. */
    SUSPENSION_DECLARED(EnumSet.of(Channel.MAIL)),
    /** A suspension was not verified in time: told to the city and the province. */
    SUSPENSION_OVERDUE(EnumSet.of(Channel.MAIL)),
    /** What became of a suspension: told to the unit and its county. */
    SUSPENSION_ACCEPTED(Channel.ALL),
    SUSPENSION_REFUSED(Channel.ALL),
    SUSPENSION_ENDED(Channel.ALL),
    /** 请假代办: a colleague's tasks were handed over. */
    COVER_BEGUN(EnumSet.of(Channel.MAIL)),
    /** A change of the registry was proposed: the city has to decide. */
    CHANGE_PROPOSED(EnumSet.of(Channel.MAIL)),
    /** A change was not decided about in time: told to the city and the province. */
    CHANGE_OVERDUE(EnumSet.of(Channel.MAIL)),
    /** What became of a change: told to the unit and its county. */
    CHANGE_APPLIED(Channel.ALL),
    CHANGE_REFUSED(EnumSet.of(Channel.MAIL)),
    /** What waits for a reviewer today. */
    DIGEST_CITY(EnumSet.of(Channel.MAIL)),
    DIGEST_PROVINCE(EnumSet.of(Channel.MAIL)),
    /** What a county has to look after today. */
    DIGEST_COUNTY(EnumSet.of(Channel.MAIL));

    private final Set<Channel> channels;

    NoticeKind(Set<Channel> channels) {
        this.channels = channels;
    }

    /** The channels it leaves the house by, besides the inbox. */
    Set<Channel> channels() {
        return channels;
    }
}
