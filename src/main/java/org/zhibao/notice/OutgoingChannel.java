package org.zhibao.notice;

/** Hands messages to a mail server or gateway. */
interface OutgoingChannel {

    Channel channel();

    /** Whether it is set up and may be used. */
    boolean open();

    /** Where to, for administrators to read; no secrets. */
    String target();

    /** Hands one message over; returns once the other side has taken it. */
    void send(OutgoingMessage message) throws ChannelFailure;
}
