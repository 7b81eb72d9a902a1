package org.zhibao.notice;

/** A message could not be handed over. */
class ChannelFailure extends Exception {

    private final boolean forGood;

    /** @param forGood whether another attempt would fare the same */
    ChannelFailure(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    boolean forGood() {
        return forGood;
    }
}
