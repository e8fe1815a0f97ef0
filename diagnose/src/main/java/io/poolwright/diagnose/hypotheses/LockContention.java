package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Figures;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Transactions wait for locks that other transactions hold.
 *
 * <p>Source: PostgreSQL manual, {@code pg_stat_activity.wait_event_type = 'Lock'}; measured with one hot row.
 */
public final class LockContention implements Hypothesis {
    private static final double LINE = 3;

    @Override
    public String id() {
        return "lock-contention";
    }

    @Override
    public String title() {
        return "Transactions wait for locks";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble share = scene.now().ratio(Figures.ON_LOCK, Figures.ACTIVE);
        return new Weighing()
                .needs(
                        scene.floor(Figures.ON_LOCK),
                        value -> value >= LINE,
                        12,
                        value -> "%s backends at the least wait for a lock (line %s)"
                                .formatted(Say.number(value), Say.number(LINE)),
                        value -> "%s backends wait for a lock (line %s)".formatted(Say.number(value), Say.number(LINE)),
                        "what the active backends wait for (pg_stat_activity.wait_event_type)")
                .needs(
                        share,
                        value -> value >= 0.3,
                        8,
                        value -> "%s of the active backends wait for locks".formatted(Say.percent(value)),
                        value -> "only %s of the active backends wait for locks (line 30 %%)"
                                .formatted(Say.percent(value)),
                        "what the active backends wait for")
                .supports(
                        scene.growth(Figures.TRANSACTIONS),
                        value -> value < 0.5,
                        4,
                        value -> "transactions fell to %s of what they were".formatted(Say.percent(value)))
                .supports(
                        scene.now().mean(Figures.ON_CPU),
                        value -> value < 1,
                        2,
                        value -> "%s backends are on a processor: the database itself is idle"
                                .formatted(Say.number(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble use = scene.reference().ratio(Figures.USE_SECONDS, Figures.RETURNS);
        if (use.isEmpty()) {
            return Optional.empty();
        }
        long seconds = Math.max(1, Math.round(Math.ceil(use.getAsDouble() * 20)));
        return Optional.of(new Remedy(
                "lock_timeout",
                "PostgreSQL, for the application's role (ALTER ROLE … SET lock_timeout = '%ds')".formatted(seconds),
                scene.inForce("lock_timeout").orElse("unknown"),
                seconds + "s",
                "twenty times the usual time in use of %s: it bounds how long a lock holds a pool connection hostage; the cure is in the transaction: touch the contended row last, or split it (pg_blocking_pids names the holder)"
                        .formatted(Say.time(use.getAsDouble()))));
    }
}
