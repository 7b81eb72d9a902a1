package org.zhibao.demo;

import java.util.List;
import java.util.Random;

/** Chance that comes out the same each time for the same key. */
final class Draw {

    private final Random random;

    private Draw(long seed) {
        random = new Random(seed);
    }

    static Draw of(Object... key) {
        long seed = 0xCBF29CE484222325L;
        for (Object part : key) {
            for (char c : (part + "/").toCharArray()) {
                seed = (seed ^ c) * 0x100000001B3L;
            }
        }
        return new Draw(stirred(seed));
    }

    /** Keys that differ in one character must not give neighbouring numbers. */
    private static long stirred(long seed) {
        long mixed = (seed ^ seed >>> 33) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 29;
    }

    <T> T from(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean inPercent(int percent) {
        return random.nextInt(100) < percent;
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
