package io.poolwright.cli.simulate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Ctrl-C while something is computed: no more runs are begun, and what is there so far is still reported. */
public final class Halt {
    /** Longest that the report may take once it was asked to stop. */
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch reported = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile int code;

    /** Whether to begin another run. */
    public boolean goOn() {
        return !asked;
    }

    /** No more runs are to be begun. */
    void ask() {
        asked = true;
    }

    /**
     * Does the work, and lets Ctrl-C end it early.
     *
     * @param work reports what there is, and says the exit code
     */
    public int guard(IntSupplier work) {
        Thread hook = new Thread(this::stopAndWait, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            code = work.getAsInt();
            return code;
        } finally {
            reported.countDown();
            if (!asked) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private void stopAndWait() {
        ask();
        try {
            if (reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
