package io.poolwright.telemetry.postgres;

import io.poolwright.model.Answer;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Bounded;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;

/**
 * The client slots of one PostgreSQL, its limits for single roles and databases, and its settings in force, seen over one
 * connection that is opened before trouble starts and kept. A role with {@code pg_monitor} suffices.
 */
public final class LivePostgres implements Collector<Seen>, AutoCloseable {
    private final Bounded<Seen> bounded;

    private LivePostgres(Bounded<Seen> bounded) {
        this.bounded = bounded;
    }

    /**
     * Opens the connection with the first look.
     *
     * @param address where, as whom, and the application's database; that one may be empty text: the one connected to
     * @param deadline longest a look takes in all; a statement that takes longer is cancelled by the server
     */
    public static LivePostgres of(Owner owner, PostgresAddress address, Duration deadline) {
        String name = "postgresql " + Plain.jdbc(address.url());
        PostgresSession<Seen> session = new PostgresSession<>(
                name, address, deadline, LimitsQuery.SQL, look -> seen(name, look, owner, address.database()));
        return new LivePostgres(new Bounded<>(name, session, session, Clock.systemUTC(), deadline));
    }

    @Override
    public Answer<Seen> collect() {
        return bounded.collect();
    }

    @Override
    public void close() {
        bounded.close();
    }

    private static Answer<Seen> seen(String name, PreparedStatement look, Owner owner, String database)
            throws SQLException {
        Answer<DatabaseSample> sample = LookResult.read(look, database);
        if (sample instanceof Answer.Silent<DatabaseSample> silent) {
            return Answer.silent(silent.reason().replaceFirst("^postgresql", Matcher.quoteReplacement(name)));
        }
        return Answer.of(LimitsResult.read(look, owner, sample.value().orElseThrow()));
    }
}
