package io.poolwright.drill.shop;

import io.micrometer.core.instrument.LongTaskTimer;
import io.undertow.server.HttpServerExchange;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /checkout} on a worker thread: the transaction, and again after any SQLException, up to a limit. */
final class CheckoutHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CheckoutHandler.class);

    private final Checkout checkout;
    private final ShopMetrics metrics;
    private final CurrentBehaviour behaviour;
    private final int attempts;
    private final int acquires;

    /**
     * @param attempts times that a transaction is tried in all
     * @param acquires connections that one checkout takes, when its behaviour does not say
     */
    CheckoutHandler(Checkout checkout, ShopMetrics metrics, CurrentBehaviour behaviour, int attempts, int acquires) {
        this.checkout = checkout;
        this.metrics = metrics;
        this.behaviour = behaviour;
        this.attempts = attempts;
        this.acquires = acquires;
    }

    void handle(HttpServerExchange exchange) {
        LongTaskTimer.Sample sample = metrics.begin();
        int status = 500;
        String exception = "None";
        try {
            run();
            status = 200;
        } catch (SQLTransientConnectionException e) {
            status = 503;
            exception = failed(e);
        } catch (SQLException e) {
            exception = failed(e);
        } finally {
            metrics.end(sample, status, exception);
        }
        exchange.setStatusCode(status);
        exchange.getResponseSender().send(status == 200 ? "ordered\n" : "try again later\n");
    }

    private void run() throws SQLException {
        Behaviour now = behaviour.get();
        burn(now.burnMillis());
        double seconds = Checkout.draw(now);
        for (int attempt = 1; ; attempt++) {
            try {
                checkout.run(now, now.acquires() > 0 ? now.acquires() : acquires, seconds);
                return;
            } catch (SQLException e) {
                if (attempt >= attempts) {
                    throw e;
                }
            }
        }
    }

    private static String failed(SQLException e) {
        LOG.warn("checkout failed: SQLSTATE {}: {}", e.getSQLState(), e.getMessage());
        return e.getClass().getSimpleName();
    }

    /** Computes for that long by the clock on the wall; under contention it gets less done. */
    private static void burn(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
