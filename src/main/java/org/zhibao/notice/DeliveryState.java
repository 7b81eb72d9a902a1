package org.zhibao.notice;

/** How far one delivery has come. */
public enum DeliveryState {
    /** To be sent, or sent again. */
    WAITING,
    /** Taken over by the mail server or gateway. */
    SENT,
    /** Given up. */
    FAILED,
    /** The person has left no address for the channel. */
    NO_ADDRESS
}
