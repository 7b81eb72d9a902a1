package org.zhibao.filing.workbook;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.zhibao.refusal.Refusal;

/** Lets a few workbooks be open at a time: each takes tens of megabytes, and all come in the last hours. */
class Slots {

    private static final int AT_A_TIME = 4;
    private static final int WAIT_SECONDS = 20;

    private final Semaphore free = new Semaphore(AT_A_TIME, true);

    /** Does it as soon as there is room; refused with 409 if there is none for too long. */
    <T> T in(Supplier<T> work) {
        try {
            if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.conflict("workbook.busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("workbook.busy");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
