package org.zhibao.notice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A way out of the house, besides the inbox in the portal. */
public enum Channel {
    /** 邮件, by SMTP. */
    MAIL,
    /** 短信, by an HTTP gateway. */
    SMS;

    static final Set<Channel> ALL = Collections.unmodifiableSet(EnumSet.allOf(Channel.class));
}
