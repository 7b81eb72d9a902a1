package org.zhibao.bench;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Several people at work at the same time. */
final class Clients {

    private Clients() {
    }

    /** Work on one item, with what comes of it. */
    interface Work<I, O> {
        O on(I item) throws Exception;
    }

    /** Works on all items with so many clients; gives what came of each, in order. */
    static <I, O> List<O> work(int clients, List<I> items, Work<I, O> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<O>> all = pool.invokeAll(items.stream()
                    .map(item -> (java.util.concurrent.Callable<O>) () -> work.on(item)).collect(Collectors.toList()));
            List<O> done = new java.util.ArrayList<>();
            for (Future<O> one : all) {
                done.add(one.get());
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }

    /** Items worked on in a second. */
    static <I, O> double perSecond(int clients, List<I> items, Work<I, O> work) throws Exception {
        long before = System.nanoTime();
        work(clients, items, work);
        return items.size() / ((System.nanoTime() - before) / 1e9);
    }
}
