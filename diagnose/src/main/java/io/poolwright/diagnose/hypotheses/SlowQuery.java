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
 * The statements themselves became slower: the database reads more rows for the same work.
 *
 * <p>A missing index, a changed plan. Connections are in use for longer before anything else shows. Client-side query
 * time alone convicts nobody: it contains the wait for a connection.
 */
public final class SlowQuery implements Hypothesis {
    private static final double LONGER = 1.6;
    private static final double HARDER = 5;

    @Override
    public String id() {
        return "slow-query";
    }

    @Override
    public String title() {
        return "Queries became slower (missing index, changed plan)";
    }

    @Override
    public Weighing weigh(Scene scene) {
        OptionalDouble before = scene.reference().ratio(Figures.TUPLES, Figures.TRANSACTIONS);
        OptionalDouble after = scene.now().ratio(Figures.TUPLES, Figures.TRANSACTIONS);
        return new Weighing()
                .needs(
                        Scene.quotient(after, before),
                        value -> value >= HARDER,
                        12,
                        value -> "a transaction reads %s rows, it read %s (%s, line %s)"
                                .formatted(Say.number(after), Say.number(before), Say.times(value), Say.times(HARDER)),
                        value ->
                                "a transaction reads %s rows, it read %s (%s, line %s): the statements do the same work"
                                        .formatted(
                                                Say.number(after),
                                                Say.number(before),
                                                Say.times(value),
                                                Say.times(HARDER)),
                        "rows read per transaction now and before (pg_stat_database.tup_returned)")
                .needs(
                        scene.growth(Figures.USE_SECONDS, Figures.RETURNS),
                        value -> value >= LONGER,
                        8,
                        value -> "a connection is in use %s as long as before (line %s)"
                                .formatted(Say.times(value), Say.times(LONGER)),
                        value -> "a connection is in use %s as long as before (line %s)"
                                .formatted(Say.times(value), Say.times(LONGER)),
                        "time in use now and before (hikaricp_connections_usage_seconds)")
                .supports(
                        scene.now().mean(Figures.ON_CPU),
                        value -> value >= 1,
                        4,
                        value -> "%s backends are on a processor".formatted(Say.number(value)))
                .weakens(
                        scene.now().mean(Figures.ON_LOCK),
                        value -> value >= 3,
                        10,
                        value -> "%s backends wait for locks".formatted(Say.number(value)));
    }

    @Override
    public Optional<Remedy> remedy(Scene scene) {
        OptionalDouble before = scene.reference().ratio(Figures.TUPLES, Figures.TRANSACTIONS);
        OptionalDouble after = scene.now().ratio(Figures.TUPLES, Figures.TRANSACTIONS);
        return Optional.of(new Remedy(
                "index",
                "PostgreSQL; the table whose pg_stat_user_tables.seq_tup_read grows",
                "%s rows read per transaction".formatted(Say.number(after)),
                "an index that brings it back to %s".formatted(Say.number(before)),
                "the rows that were added are read one by one; pg_stat_statements or EXPLAIN names the statement"));
    }
}
