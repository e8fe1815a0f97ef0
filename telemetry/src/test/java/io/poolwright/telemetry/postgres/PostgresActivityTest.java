package io.poolwright.telemetry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseSample;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.CollectorContract;
import io.poolwright.telemetry.FakeSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresActivityTest extends CollectorContract {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static EmbeddedPostgres postgres;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "20")
                .setServerConfig("superuser_reserved_connections", "3")
                .setServerConfig("reserved_connections", "2")
                .setServerConfig("statement_timeout", "30s")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Override
    protected Collector<?> answering() {
        PostgresActivity activity = activity();
        look(activity, sample -> true);
        return activity;
    }

    @Override
    protected Collector<?> refused() {
        return at(FakeSource.refusingPort());
    }

    @Override
    protected Collector<?> of(FakeSource.Script script) {
        FakeSource source = FakeSource.onTcp(script);
        opened.add(source);
        return at(source.port());
    }

    @Test
    void readsLimitsAndSettingsInForceForOthers() {
        DatabaseSample sample = look(activity(), any -> true);

        assertThat(sample.maxConnections()).isEqualTo(20);
        assertThat(sample.reserved()).isEqualTo(5);
        assertThat(sample.settings())
                .isEqualTo(Map.of(
                        "statement_timeout", "30000ms",
                        "idle_session_timeout", "0ms",
                        "idle_in_transaction_session_timeout", "0ms",
                        "lock_timeout", "0ms",
                        "client_connection_check_interval", "0ms",
                        "tcp_keepalives_idle", "7200s",
                        "authentication_timeout", "60s"));
        assertThat(sample.counters().sessions()).isPositive();
        assertThat(sample.counters().commits()).isPositive();
    }

    @Test
    void countsBackendsByApplicationAndState() throws SQLException {
        Connection idle = client("shop-1");
        Connection inTransaction = client("shop-1");
        run(inTransaction, "create table if not exists held (id int)");
        inTransaction.setAutoCommit(false);
        run(inTransaction, "lock table held");
        background(client("shop-2"), "select pg_sleep(60)");
        background(client("shop-2"), "select * from held");
        client("poolwright-drill");
        assertThat(idle.isValid(5)).isTrue();

        DatabaseSample sample = look(
                activity(),
                any -> backends(any, "shop-2")
                                .filter(b -> b.onLock() == 1 && b.active() == 2)
                                .isPresent()
                        && backends(any, "shop-1")
                                .filter(b -> b.idleInTransaction() == 1)
                                .isPresent());

        assertThat(sample.clients())
                .extracting(ClientBackends::application)
                .doesNotContain("poolwright", "poolwright-drill");
        ClientBackends first = backends(sample, "shop-1").orElseThrow();
        ClientBackends second = backends(sample, "shop-2").orElseThrow();
        assertThat(first).isEqualTo(new ClientBackends("shop-1", 0, 0, 0, 1, 1, List.of()));
        assertThat(second.total()).isEqualTo(2);
        assertThat(second.onCpu()).isZero();
        assertThat(second.statementAges()).hasSize(2).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        inTransaction.rollback();
    }

    @Test
    void opensALostConnectionAgain() throws SQLException {
        PostgresActivity activity = activity();
        look(activity, any -> true);

        run(
                client("killer"),
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'poolwright'");

        assertThat(activity.collect()).isInstanceOf(Answer.Silent.class);
        assertThat(look(activity, any -> true).maxConnections()).isEqualTo(20);
    }

    @Test
    void keepsItsSeatWhenEveryOtherIsTaken() throws SQLException {
        PostgresActivity activity = activity();
        look(activity, any -> true);

        DatabaseSample full = null;
        for (int i = 0; i < 20; i++) {
            try {
                client("crowd");
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("53300");
                full = look(activity, any -> true);
                break;
            }
        }

        assertThat(full).isNotNull();
        assertThat(full.backends()).isBetween(15, 19);
    }

    @Test
    void saysWhichDatabaseIsMissing() {
        PostgresActivity activity = open(new PostgresAddress(url(postgres.getPort()), "postgres", "", "cart"));

        assertThat(untilNotBusy(activity)).isEqualTo(Answer.silent("postgresql: there is no database 'cart'"));
    }

    @Test
    void saysWhenItMayNotSeeOtherSessions() throws Exception {
        run(client("admin"), "drop role if exists plain; create role plain login");
        PostgresActivity activity = open(new PostgresAddress(url(postgres.getPort()), "plain", "", "postgres"));

        assertThat(untilNotBusy(activity))
                .isEqualTo(Answer.silent("postgresql: the role may not see other sessions; grant it pg_monitor"));
    }

    @Test
    void neverShowsThePassword() {
        assertThat(new PostgresAddress("jdbc:postgresql://h/d?password=sesame", "u", "sesame", "d").toString())
                .doesNotContain("sesame");
    }

    /** The first looks may come while the connection is still being opened. */
    private static Answer<DatabaseSample> untilNotBusy(PostgresActivity activity) {
        long end = System.nanoTime() + WITHIN.toNanos();
        Answer<DatabaseSample> answer = activity.collect();
        while (System.nanoTime() < end && answer.toString().matches(".*(still busy|did not answer).*")) {
            answer = activity.collect();
        }
        return answer;
    }

    private static DatabaseSample look(PostgresActivity activity, Predicate<DatabaseSample> until) {
        long end = System.nanoTime() + WITHIN.toNanos();
        Answer<DatabaseSample> answer = activity.collect();
        while (System.nanoTime() < end && answer.value().filter(until).isEmpty()) {
            answer = activity.collect();
        }
        assertThat(answer.value().filter(until)).as("%s", answer).isPresent();
        return answer.value().orElseThrow();
    }

    private static Optional<ClientBackends> backends(DatabaseSample sample, String application) {
        return sample.clients().stream()
                .filter(client -> client.application().equals(application))
                .findFirst();
    }

    private PostgresActivity activity() {
        return (PostgresActivity) at(postgres.getPort());
    }

    private Collector<?> at(int port) {
        return open(new PostgresAddress(url(port), "postgres", "postgres", "postgres"));
    }

    private PostgresActivity open(PostgresAddress address) {
        PostgresActivity activity = PostgresActivity.open(address, DEADLINE);
        opened.add(activity);
        return activity;
    }

    private Connection client(String application) throws SQLException {
        Connection connection = DriverManager.getConnection(
                url(postgres.getPort()) + "?ApplicationName=" + application, "postgres", "postgres");
        opened.add(() -> connection.abort(Runnable::run));
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void background(Connection connection, String sql) {
        Thread thread = new Thread(() -> {
            try {
                run(connection, sql);
            } catch (SQLException e) {
                return; // aborted when the test ends
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }
}
