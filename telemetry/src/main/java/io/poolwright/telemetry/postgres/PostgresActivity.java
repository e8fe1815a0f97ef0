package io.poolwright.telemetry.postgres;

import io.poolwright.model.Answer;
import io.poolwright.model.DatabaseSample;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Inquiry;
import io.poolwright.telemetry.Threads;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * The database behind the pools, seen over one connection that is opened before trouble starts and kept: once every slot
 * is taken, a new one would be refused.
 *
 * <p>The driver counts its time-outs in whole seconds, so a thread of its own does the asking and {@link #collect} waits
 * only until the deadline. A lost connection is opened again by the next look.
 */
public final class PostgresActivity implements Collector<DatabaseSample>, AutoCloseable {
    private final PostgresSession<DatabaseSample> session;
    private final ExecutorService threads;
    private final Inquiry<DatabaseSample> inquiry;

    private PostgresActivity(PostgresAddress address, Duration deadline) {
        this.session = new PostgresSession<>(
                "postgresql", address, deadline, LookQuery.SQL, look -> LookResult.read(look, address.database()));
        this.threads = Threads.named("poolwright-postgres");
        this.inquiry = new Inquiry<>("postgresql", session, threads, Clock.systemUTC(), deadline);
    }

    /**
     * Begins to open the connection, and returns at once.
     *
     * @param deadline longest a look takes in all; a statement that takes longer is cancelled by the server
     */
    public static PostgresActivity open(PostgresAddress address, Duration deadline) {
        PostgresActivity activity = new PostgresActivity(address, deadline);
        activity.threads.execute(activity.session::openAhead);
        return activity;
    }

    @Override
    public Answer<DatabaseSample> collect() {
        inquiry.ask();
        return inquiry.answer();
    }

    /** Gives the connection back. A look that still waits ends in silence. */
    @Override
    public void close() {
        session.close();
        threads.shutdown();
    }
}
