package io.poolwright.telemetry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.CollectorContract;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.Owner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LivePostgresTest extends CollectorContract {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Owner DB = new Owner("shop-db", "");
    private static EmbeddedPostgres postgres;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "20")
                .setServerConfig("superuser_reserved_connections", "3")
                .setServerConfig("reserved_connections", "2")
                .setServerConfig("statement_timeout", "30s")
                .start();
        try (Connection admin = DriverManager.getConnection(url(), "postgres", "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("create role app login connection limit 4; create role observer login;"
                    + "grant pg_monitor to observer");
            statement.execute("create database cart connection limit 7");
        }
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
        LivePostgres live = live(postgres.getPort(), "postgres");
        look(live);
        return live;
    }

    @Override
    protected Collector<?> refused() {
        return live(FakeSource.refusingPort(), "postgres");
    }

    @Override
    protected Collector<?> of(FakeSource.Script script) {
        FakeSource source = FakeSource.onTcp(script);
        opened.add(source);
        return live(source.port(), "postgres");
    }

    @Test
    void seesTheSlotsThatOrdinaryRolesHave() throws SQLException {
        LivePostgres live = live(postgres.getPort(), "observer");
        client("shop-1");
        client("shop-1");
        client("poolwright-drill");

        Seen seen = look(live);

        Reading slots = seen.readings().get(0);
        assertThat(slots.pool()).hasToString("shop-db/database/postgresql");
        assertThat(slots.get(Signal.MAX)).hasValue(15);
        assertThat(slots.get(Signal.USED)).hasValue(2);
        assertThat(slots.raw(Signal.BORROWS)).isPositive();
        assertThat(slots.reason(Signal.PENDING)).contains("no line");
        assertThat(seen.database().value().orElseThrow().backends()).isEqualTo(2);
    }

    @Test
    void seesLimitsOfSingleRolesAndDatabases() throws SQLException {
        opened.add(DriverManager.getConnection(url(), "app", ""));

        Seen seen = look(live(postgres.getPort(), "observer"));

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .contains(
                        "shop-db/database/role app max=4.0 used=1.0",
                        "shop-db/database/database cart max=7.0 used=0.0");
    }

    @Test
    void tellsSettingsInForceForOthersAndWhereTheyComeFrom() {
        Seen seen = look(live(postgres.getPort(), "observer"));

        assertThat(seen.inForce())
                .contains(
                        new InForce("shop-db", "", "", "max_connections", "20", "pg_settings, command line"),
                        new InForce("shop-db", "", "", "statement_timeout", "30000ms", "pg_settings"),
                        new InForce("shop-db", "", "", "lock_timeout", "0ms", "pg_settings, default"));
    }

    @Test
    void answersStillWhenEverySlotIsTaken() throws SQLException {
        LivePostgres live = live(postgres.getPort(), "observer");
        look(live);

        crowd();

        Reading slots = look(live).readings().get(0);
        assertThat(slots.raw(Signal.USED)).isGreaterThanOrEqualTo(14);
    }

    @Test
    void saysThatThereIsNoSlotForUsWhenItsSeatIsLost() throws SQLException {
        LivePostgres live = live(postgres.getPort(), "observer");
        look(live);
        Connection admin = client("admin");
        try (Statement statement = admin.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'observer'");
        }
        crowd();

        Answer<Seen> answer = live.collect();
        for (int i = 0; i < 20 && !answer.toString().contains("slot"); i++) {
            answer = live.collect();
        }

        assertThat(((Answer.Silent<Seen>) answer).reason())
                .startsWith("postgresql 127.0.0.1:%d/postgres: has no slot left for us: FATAL: "
                        .formatted(postgres.getPort()));
    }

    @Test
    void neverShowsThePassword() {
        LivePostgres live = LivePostgres.of(
                DB,
                new PostgresAddress("jdbc:nonsense://root:sesame@h/d?password=sesame", "u", "sesame", ""),
                DEADLINE);
        opened.add(live);

        assertThat(live.collect()).isInstanceOf(Answer.Silent.class).asString().doesNotContain("sesame");
    }

    @Test
    void aRoleThatSeesOnlyItselfIsSilence() {
        Answer<Seen> answer = settled(live(postgres.getPort(), "app"));

        assertThat(answer)
                .isEqualTo(Answer.silent(
                        "postgresql 127.0.0.1:%d/postgres: the role may not see other sessions; grant it pg_monitor"
                                .formatted(postgres.getPort())));
    }

    private void crowd() {
        try {
            for (int i = 0; i < 20; i++) {
                opened.add(DriverManager.getConnection(url() + "?ApplicationName=crowd", "observer", ""));
            }
            throw new AssertionError("the database is not full");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("53300");
        }
    }

    private static Seen look(LivePostgres live) {
        Answer<Seen> answer = settled(live);
        return answer.value().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    /** The first looks may come while the connection is still being opened. */
    private static Answer<Seen> settled(LivePostgres live) {
        long end = System.nanoTime() + WITHIN.toNanos();
        Answer<Seen> answer = live.collect();
        while (System.nanoTime() < end && answer.toString().matches(".*(still busy|did not answer).*")) {
            answer = live.collect();
        }
        return answer;
    }

    private LivePostgres live(int port, String user) {
        LivePostgres live = LivePostgres.of(
                DB,
                new PostgresAddress("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), user, "", ""),
                DEADLINE);
        opened.add(live);
        return live;
    }

    private Connection client(String application) throws SQLException {
        Connection connection =
                DriverManager.getConnection(url() + "?ApplicationName=" + application, "postgres", "postgres");
        opened.add(connection);
        return connection;
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort());
    }
}
