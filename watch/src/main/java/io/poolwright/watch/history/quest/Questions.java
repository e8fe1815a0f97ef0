package io.poolwright.watch.history.quest;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.PoolId;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.Top;
import io.poolwright.watch.history.Trend;
import io.questdb.griffin.SqlException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What can be asked of an open store. */
final class Questions {
    /** Points of an answer: more are no picture. */
    private static final long MOST_POINTS = 50_000;

    private static final int MOST_POOLS = 10_000;
    private static final long MICROS = 1000;
    /** QuestDB takes times from here to there. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final Store store;
    private final Retention retention;
    private final Clock clock;

    Questions(Store store, Retention retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    Answer<Trend> range(PoolId pool, Set<Measure> measures, Instant from, Instant to, Duration wanted) {
        Table table = table(from, wanted);
        Duration step = longer(longer(wanted, table.step()), Duration.ofMillis(1));
        Instant first = within(from);
        Instant last = within(to);
        long points = Duration.between(first, last).dividedBy(step);
        if (!table.rolledUp()) {
            points = Math.min(points, Duration.between(first, last).toSeconds());
        }
        if (points > MOST_POINTS) {
            return Answer.silent(
                    "asks for %d points; at most %d are given: make the step longer".formatted(points, MOST_POINTS));
        }
        TrendBuilder trend = new TrendBuilder(step);
        OptionalInt number = store.book().number(pool);
        List<Measure> asked = List.copyOf(measures);
        if (number.isEmpty() || asked.isEmpty() || first.isAfter(last)) {
            return Answer.of(trend.build());
        }
        String who = table.rolledUp() ? "'%d'".formatted(number.getAsInt()) : Integer.toString(number.getAsInt());
        String sql = "SELECT at, %s, %s FROM %s WHERE pool = %s AND %s"
                .formatted(
                        table.rolledUp() ? "looks" : "1", columns(table, asked), table.id(), who, during(first, last));
        return answer(
                        sql,
                        () -> Query.each(store.engine(), sql, row -> {
                            trend.at(row.getTimestamp(0) / MICROS);
                            for (int i = 0; i < asked.size(); i++) {
                                trend.add(
                                        asked.get(i), row.getFloat(2 + 2 * i), row.getFloat(3 + 2 * i), row.getInt(1));
                            }
                        }))
                .map(done -> trend.build());
    }

    Answer<List<Top>> top(Measure measure, int most, Instant from, Instant to) {
        Table table = table(from, Duration.between(within(from), within(to)).dividedBy(60));
        String sql =
                "SELECT pool, max(%s) AS highest, avg(%s) AS mean FROM %s WHERE %s AND %s IS NOT NULL ORDER BY highest DESC, mean DESC LIMIT %d"
                        .formatted(
                                table.highest(measure),
                                table.mean(measure),
                                table.id(),
                                during(within(from), within(to)),
                                table.highest(measure),
                                Math.max(0, Math.min(most, MOST_POOLS)));
        List<Top> tops = new ArrayList<>();
        return answer(
                        sql,
                        () -> Query.each(store.engine(), sql, row -> {
                            int number =
                                    table.rolledUp() ? Integer.parseInt(String.valueOf(row.getSymA(0))) : row.getInt(0);
                            store.book()
                                    .pool(number)
                                    .ifPresent(pool -> tops.add(new Top(pool, row.getFloat(1), row.getDouble(2))));
                        }))
                .map(done -> List.copyOf(tops));
    }

    /** The coarsest table that is fine enough, or a coarser one when that does not reach back so far. */
    private Table table(Instant from, Duration step) {
        Table best = Table.LOOKS;
        for (Table table : Table.values()) {
            if (table.step().compareTo(step) <= 0 || reaches(best).isAfter(from)) {
                best = table;
            }
        }
        return best;
    }

    private Instant reaches(Table table) {
        return clock.instant().minus(table.kept(retention));
    }

    private static String columns(Table table, List<Measure> measures) {
        List<String> columns = new ArrayList<>();
        for (Measure measure : measures) {
            columns.add(table.mean(measure));
            columns.add(table.highest(measure));
        }
        return String.join(", ", columns);
    }

    private static String during(Instant from, Instant to) {
        return "at BETWEEN '%s' AND '%s'".formatted(from, to);
    }

    private static Instant within(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : Instant.ofEpochMilli(time.toEpochMilli());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Answer<String> answer(String sql, Asking asking) {
        try {
            asking.ask();
            return Answer.of(sql);
        } catch (SqlException e) {
            throw new IllegalStateException("a question that the store does not understand: " + sql, e);
        }
    }

    /** A question that may be badly put. */
    private interface Asking {
        void ask() throws SqlException;
    }
}
