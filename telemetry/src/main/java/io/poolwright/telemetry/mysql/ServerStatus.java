package io.poolwright.telemetry.mysql;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.jdbc.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The server's status and variables, as a reading and settings in force. Not for several threads.
 *
 * <p>Source: server status variables of the MySQL 8.4 and MariaDB 10.11 manuals. Measured on MariaDB 10.11.19 at
 * max_connections 10: five refusals left Connection_errors_max_connections at 0; with the extra connection taken as well,
 * three more made it 3.
 */
final class ServerStatus {
    static final String STATUS = """
            SHOW GLOBAL STATUS WHERE Variable_name IN
            ('Threads_connected', 'Connections', 'Connection_errors_max_connections', 'Aborted_connects')
            """;

    static final String VARIABLES = """
            SHOW GLOBAL VARIABLES WHERE Variable_name IN
            ('max_connections', 'extra_max_connections', 'max_user_connections', 'wait_timeout', 'interactive_timeout',
             'connect_timeout', 'net_read_timeout', 'net_write_timeout', 'max_connect_errors', 'back_log',
             'thread_cache_size', 'innodb_lock_wait_timeout', 'max_statement_time', 'max_execution_time',
             'thread_handling', 'thread_pool_size', 'thread_pool_max_threads', 'idle_transaction_timeout')
            """;

    private static final Map<String, String> UNITS = Map.of(
            "wait_timeout", "s",
            "interactive_timeout", "s",
            "connect_timeout", "s",
            "net_read_timeout", "s",
            "net_write_timeout", "s",
            "innodb_lock_wait_timeout", "s",
            "max_statement_time", "s",
            "max_execution_time", "ms",
            "idle_transaction_timeout", "s");

    private static final String REFUSALS =
            "the server counts a refusal (Connection_errors_max_connections) only while its extra connection for administrators is taken too";

    private final Owner owner;
    private double abortedBefore = Double.NaN;

    ServerStatus(Owner owner) {
        this.owner = owner;
    }

    Seen seen(Table status, Table variables) {
        Map<String, String> counted = byName(status);
        Map<String, String> settings = byName(variables);
        Reading slots = Reading.of(owner.pool(Tier.DATABASE, "mysql"))
                .set(Signal.MAX, number(settings, "max_connections"))
                .set(Signal.USED, number(counted, "threads_connected"))
                .set(Signal.BORROWS, number(counted, "connections"))
                .because(Signal.REFUSED, REFUSALS)
                .because(
                        Signal.PENDING,
                        "MySQL has no line: who comes when every connection is taken is refused at once (error 1040)")
                .because(Signal.IDLE, "an idle connection is one of those in use: only its client can close it")
                .build();
        List<InForce> inForce = new ArrayList<>();
        for (Table.Row row : variables.rows()) {
            String name = row.text("variable_name").toLowerCase(Locale.ROOT);
            inForce.add(
                    owner.inForce("", name, row.text("value") + UNITS.getOrDefault(name, ""), "SHOW GLOBAL VARIABLES"));
        }
        return Seen.of(List.of(slots)).withInForce(inForce).withNotices(notices(slots, counted));
    }

    /** Attempts that failed while every connection was taken; a wrong password is counted among them. */
    private List<Notice> notices(Reading slots, Map<String, String> counted) {
        double aborted = number(counted, "aborted_connects");
        double more = aborted - abortedBefore;
        abortedBefore = aborted;
        boolean full = slots.raw(Signal.USED) >= slots.raw(Signal.MAX);
        return full && more > 0
                ? List.of(new Notice(
                        Notice.Kind.LOG,
                        "%d attempts to connect failed since the look before, and all of max_connections %d are taken"
                                .formatted((long) more, (long) slots.raw(Signal.MAX))))
                : List.of();
    }

    private static Map<String, String> byName(Table table) {
        Map<String, String> values = new HashMap<>();
        table.rows().forEach(row -> values.put(row.text("variable_name").toLowerCase(Locale.ROOT), row.text("value")));
        return values;
    }

    private static double number(Map<String, String> values, String name) {
        return Table.Row.numeric(values.getOrDefault(name, ""));
    }
}
