package io.poolwright.drill.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, by asking again. */
public final class Waiting {
    private static final long MOMENT_MILLIS = 20;

    private Waiting() {}

    /** Whether it came true within that time; it is asked at least once. */
    public static boolean until(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            aMoment();
        }
        return true;
    }

    static void aMoment() {
        try {
            Thread.sleep(MOMENT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailedException("interrupted while waiting for a part of the stack", e);
        }
    }
}
