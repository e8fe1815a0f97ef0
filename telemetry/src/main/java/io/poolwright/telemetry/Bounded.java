package io.poolwright.telemetry;

import io.poolwright.model.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * A collector in front of one that may be kept waiting by its driver: the asking is done on a thread of its own, and
 * whoever looks is let go at the deadline. While the thread is held up the source is silent and not asked again.
 *
 * @param <T> what the source tells when it answers
 */
public final class Bounded<T> implements Collector<T>, AutoCloseable {
    private final Collector<T> slow;
    private final AutoCloseable session;
    private final String name;
    private final ExecutorService threads;
    private final Inquiry<T> inquiry;

    /**
     * @param name the source's name for people, which begins every reason given here
     * @param slow how to ask it
     * @param session what is closed with it; closing ends a question in progress
     * @param clock what the time is when it is asked
     * @param deadline longest a look takes
     */
    public Bounded(String name, Collector<T> slow, AutoCloseable session, Clock clock, Duration deadline) {
        this.name = name;
        this.slow = slow;
        this.session = session;
        this.threads = Threads.named("poolwright-" + name);
        this.inquiry = new Inquiry<>(name, this.slow, threads, clock, deadline);
    }

    @Override
    public Answer<T> collect() {
        inquiry.ask();
        return inquiry.answer();
    }

    /** Gives the session back. A look that still waits ends in silence. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            session.close();
        } catch (Exception e) {
            // Nothing is left to do for a session that cannot even be closed.
            System.getLogger(Bounded.class.getName()).log(System.Logger.Level.DEBUG, name + ": could not be closed", e);
        }
    }
}
