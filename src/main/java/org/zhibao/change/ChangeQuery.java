package org.zhibao.change;

/**
 * Which changes a list shows.
 *
 * @param kind   only of this kind; null for all
 * @param state  only those that stand there; null for all
 * @param before the id where the page before ended; null for the first
 * @param size   1 to {@value #MOST}
 */
public record ChangeQuery(ChangeKind kind, ChangeState state, Long before, int size) {

    public static final int MOST = 200;
    public static final int USUAL = 50;
}
