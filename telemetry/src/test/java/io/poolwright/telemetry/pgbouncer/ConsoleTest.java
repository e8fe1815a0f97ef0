package io.poolwright.telemetry.pgbouncer;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.jdbc.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final Table NOTHING = Table.of(List.of(), false);
    private static final String POOL =
            "database user cl_waiting sv_active sv_idle sv_used sv_tested sv_login maxwait maxwait_us pool_mode";
    private static final String STATS = "database total_xact_count total_query_count total_wait_time total_xact_time";

    @Test
    void oneUsersPoolTakesWhatItsDatabaseCounts() {
        Reading pool = pools(
                        table(POOL, "shop app 3 2 1 1 0 1 4 500000 transaction"),
                        table(STATS, "shop 100 400 2500000 9000000"),
                        table("name pool_size", "shop 5"))
                .get(1);

        assertThat(pool)
                .hasToString(
                        "pooler/pooler/shop/app max=5.0 used=2.0 idle=2.0 total=5.0 pending_requests=3.0 wait_time.sum=2.5 wait_time.count=100.0 wait_time.max=4.5 use_time.sum=9.0 use_time.count=100.0 borrows=100.0");
    }

    @Test
    void inSessionModeNoTransactionIsAWait() {
        Reading pool = pools(
                        table(POOL, "shop app 0 2 0 0 0 0 0 0 session"),
                        table(STATS, "shop 100 400 2500000 9000000"),
                        NOTHING)
                .get(1);

        assertThat(pool.get(Signal.WAITS)).isEmpty();
        assertThat(pool.reason(Signal.WAITS)).contains("1.23");
        assertThat(pool.get(Signal.USE_SECONDS)).isEmpty();
        assertThat(pool.get(Signal.BORROWS)).hasValue(100);
        assertThat(pool.get(Signal.MAX)).isEmpty();
    }

    @Test
    void assignmentsAreCountedWhereTheVersionDoes() {
        Reading pool = pools(
                        table(POOL, "shop app 0 2 0 0 0 0 0 0 session"),
                        table(STATS + " total_server_assignment_count", "shop 100 400 2500000 9000000 7"),
                        NOTHING)
                .get(1);

        assertThat(pool.get(Signal.WAITS)).hasValue(7);
        assertThat(pool.get(Signal.BORROWS)).hasValue(7);
    }

    @Test
    void whatADatabaseCountsIsNoUsersWhenItHasSeveral() {
        List<Reading> pools = pools(
                table(
                        POOL,
                        "shop app 0 2 0 0 0 0 0 0 transaction",
                        "shop report 1 0 0 0 0 0 0 0 transaction",
                        "pgbouncer pgbouncer 0 0 0 0 0 0 0 0 statement"),
                table(STATS, "shop 100 400 2500000 9000000"),
                table("name pool_size", "shop 5"));

        assertThat(pools).hasSize(3);
        assertThat(pools.get(1).get(Signal.BORROWS)).isEmpty();
        assertThat(pools.get(1).reason(Signal.WAIT_SECONDS)).contains("2 users");
        assertThat(pools.get(2).get(Signal.MAX)).hasValue(5);
    }

    @Test
    void aColumnThatIsNotThereLeavesItsSignalUnknown() {
        Reading pool = pools(table("database user sv_active", "shop app 2"), NOTHING, NOTHING)
                .get(1);

        assertThat(pool.get(Signal.USED)).isEmpty();
        assertThat(pool.get(Signal.PENDING)).isEmpty();
        assertThat(pool.get(Signal.WAIT_MAX)).isEmpty();
    }

    private static List<Reading> pools(Table pools, Table stats, Table databases) {
        Seen seen = new Console(pools, stats, databases, NOTHING, NOTHING).seen(new Owner("pooler", ""));
        return seen.readings();
    }

    private static Table table(String columns, String... rows) {
        List<Table.Row> read = new ArrayList<>();
        String[] names = columns.split(" ");
        for (String row : rows) {
            String[] values = row.split(" ");
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                cells.put(names[i], values[i]);
            }
            read.add(new Table.Row(cells));
        }
        return Table.of(read, false);
    }
}
