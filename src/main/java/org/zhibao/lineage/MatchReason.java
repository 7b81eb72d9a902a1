package org.zhibao.lineage;

/** Why two entries may be the same unit. */
public enum MatchReason {
    /** The organisation codes are the same. */
    SAME_CODE(100),
    /** The unified social credit codes are the same. */
    SAME_USCC(100),
    /** One's unified social credit code contains the other's organisation code, in positions 9 to 17. */
    CODE_IN_USCC(100),
    /** The one says that the other's name was its former name. */
    FORMER_NAME(70),
    /** The names are the same but for brackets, widths and kinds of company. */
    SAME_NAME(60),
    /** The names are alike. */
    SIMILAR_NAME(45),
    /** The addresses are the same. */
    SAME_ADDRESS(30),
    /** The addresses are alike. */
    SIMILAR_ADDRESS(20),
    /** The one's county took the place of the other's. */
    REGION_SUCCESSOR(5),
    /** The same person represents both. */
    SAME_REPRESENTATIVE(5),
    /** Both are of one industry. */
    SAME_INDUSTRY(5);

    private final int weight;

    MatchReason(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** Whether it is proof by itself. */
    public boolean proof() {
        return weight == 100;
    }
}
