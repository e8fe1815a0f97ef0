package io.poolwright.telemetry;

import io.poolwright.model.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One source and the question put to it last. A source that is still busy with it is not asked again, so it occupies one
 * thread at most. For one asking thread.
 *
 * @param <T> what the source tells when it answers
 */
public final class Inquiry<T> {
    private final String name;
    private final Collector<T> collector;
    private final Executor threads;
    private final Clock clock;
    private final Duration patience;

    private @Nullable FutureTask<Answer<T>> question;
    private Instant askedAt = Instant.EPOCH;
    private boolean stillBusy;
    private long giveUp;

    /**
     * @param name the source's name for people, which begins every reason
     * @param collector how to ask it
     * @param threads where it is asked
     * @param clock what the time is when it is asked
     * @param patience how long after {@link #ask} an answer is waited for
     */
    public Inquiry(String name, Collector<T> collector, Executor threads, Clock clock, Duration patience) {
        this.name = name;
        this.collector = collector;
        this.threads = threads;
        this.clock = clock;
        this.patience = patience;
    }

    /** Puts the question, unless the last one is still open. */
    public void ask() {
        giveUp = System.nanoTime() + patience.toNanos();
        stillBusy = question != null && !question.isDone();
        if (!stillBusy) {
            askedAt = clock.instant();
            FutureTask<Answer<T>> asked = new FutureTask<>(collector::collect);
            question = asked;
            threads.execute(asked);
        }
    }

    /** What came of it, waiting until patience ends. */
    public Answer<T> answer() {
        FutureTask<Answer<T>> asked = question;
        if (asked == null) {
            throw new IllegalStateException(name + ": nothing was asked");
        }
        if (stillBusy) {
            return Answer.silent("%s: still busy since %s".formatted(name, askedAt));
        }
        try {
            return asked.get(Math.max(0, giveUp - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Answer.silent("%s: did not answer within %d ms".formatted(name, patience.toMillis()));
        } catch (ExecutionException e) {
            return Answer.silent("%s: could not be asked: %s".formatted(name, e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.silent("%s: the look was interrupted".formatted(name));
        }
    }
}
