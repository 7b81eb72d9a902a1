package org.zhibao.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long requests took, each alone. */
final class Latencies {

    private final List<Long> nanos = new ArrayList<>();

    /** A request that may fail. */
    interface Request {
        void send() throws Exception;
    }

    void measure(Request request) throws Exception {
        long before = System.nanoTime();
        request.send();
        nanos.add(System.nanoTime() - before);
    }

    /** One that was measured elsewhere. */
    void add(long took) {
        nanos.add(took);
    }

    int count() {
        return nanos.size();
    }

    double median() {
        return quantile(0.5);
    }

    /** Milliseconds below which this share of the requests took. */
    double quantile(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, worst %.1f ms (n = %d)", median(),
                quantile(0.95), quantile(1), nanos.size());
    }
}
