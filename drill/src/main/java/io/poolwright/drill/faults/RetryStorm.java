package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Callers who give up on a connection after 250 ms and try again at once, over a pool that is nearly full: after 5 s of
 * triple traffic the retries alone keep the stack down.
 */
public final class RetryStorm implements Fault {
    private static final String HIKARI = "spring.datasource.hikari.";
    private static final double QUIET_RATE = 60;
    private static final double BLIP_RATE = 600;
    private static final long BLIP_SECONDS = 5;

    private static final Map<String, String> STORM = Map.of(
            HIKARI + "maximum-pool-size",
            "4",
            HIKARI + "minimum-idle",
            "4",
            HIKARI + "connection-timeout",
            "250",
            "shop.checkout.acquires",
            "3",
            "shop.checkout.attempts",
            "1");
    private static final Map<String, String> CALM = Map.of(
            HIKARI + "maximum-pool-size",
            "20",
            HIKARI + "minimum-idle",
            "20",
            HIKARI + "connection-timeout",
            "3000",
            "shop.checkout.acquires",
            "1",
            "shop.checkout.attempts",
            "7");

    private final AtomicLong bursts = new AtomicLong();

    @Override
    public String id() {
        return "retry-storm";
    }

    @Override
    public String title() {
        return "callers give up after 250 ms, customers try again at once, and a 5 s burst does not end";
    }

    @Override
    public String expectedCause() {
        return "retry-storm";
    }

    /** Begins with the burst, when the configuration that makes it possible is out. */
    @Override
    public void apply(RunningStack stack, Load load, Runnable onset) {
        apply(stack, load);
        onset.run();
    }

    /** Returns once the burst has begun; it ends by itself, and the storm does not. */
    @Override
    public void apply(RunningStack stack, Load load) {
        if (Deployment.isOut(stack, STORM)) {
            return;
        }
        load.rate(QUIET_RATE); // one instance alone, with a small pool, must carry them while the other is replaced
        Deployment.of(stack, STORM);
        load.clientRetries(4);
        long mine = bursts.incrementAndGet();
        load.rate(BLIP_RATE);
        CompletableFuture.delayedExecutor(BLIP_SECONDS, TimeUnit.SECONDS).execute(() -> {
            if (bursts.get() == mine) {
                load.rate(rate());
            }
        });
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        bursts.incrementAndGet(); // an end that is still to come must not disturb what comes next
        load.rate(rate());
        load.clientRetries(0);
        Deployment.of(stack, CALM);
    }
}
