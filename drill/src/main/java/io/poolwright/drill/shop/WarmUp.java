package io.poolwright.drill.shop;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an instance does before it calls itself ready: fills its pool and runs the real checkout, so that no customer
 * meets cold code. At most 2 s once the database answers.
 */
final class WarmUp {
    private static final int CHECKOUTS = 240;
    private static final int AT_ONCE = 12;
    private static final long NANOS = 2_000_000_000L;
    private static final long TABLES_NANOS = 15_000_000_000L;
    private static final String UNDEFINED_TABLE = "42P01"; // PostgreSQL manual, appendix A

    private final ShopPool pool;
    private final Checkout checkout;
    private final ExecutorService workers;

    WarmUp(ShopPool pool, Checkout checkout, ExecutorService workers) {
        this.pool = pool;
        this.checkout = checkout;
        this.workers = workers;
    }

    void run() throws InterruptedException {
        awaitTables();
        long deadline = System.nanoTime() + NANOS;
        AtomicInteger left = new AtomicInteger(CHECKOUTS);
        CountDownLatch done = new CountDownLatch(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            workers.execute(() -> {
                try {
                    while (left.getAndDecrement() > 0 && System.nanoTime() < deadline) {
                        checkout.run(Behaviour.NORMAL, 1, Checkout.draw(Behaviour.NORMAL));
                    }
                } catch (SQLException e) {
                    // A database that is down or full does not keep the shop from starting: Hikari logs the cause.
                    left.set(0);
                } finally {
                    done.countDown();
                }
            });
        }
        boolean finished = done.await(NANOS, TimeUnit.NANOSECONDS);
        while (finished && !pool.full() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
    }

    /** The database may still be filling: its rows come in one transaction. Any other failure is not waited for. */
    private void awaitTables() throws InterruptedException {
        long deadline = System.nanoTime() + TABLES_NANOS;
        while (System.nanoTime() < deadline) {
            try {
                checkout.run(Behaviour.NORMAL, 1, Checkout.draw(Behaviour.NORMAL));
                return;
            } catch (SQLException e) {
                if (!UNDEFINED_TABLE.equals(e.getSQLState())) {
                    return;
                }
                Thread.sleep(50);
            }
        }
    }
}
