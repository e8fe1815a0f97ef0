package io.poolwright.telemetry.pgbouncer;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.real.Look;
import io.poolwright.telemetry.real.Program;
import io.poolwright.telemetry.wire.Peer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivePgBouncerIT {
    private static final Owner POOLER = new Owner("pooler", "");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "md5", "scram-sha-256"})
    void seesAPoolOfTwoWithThreeWhoWait(String way) throws Exception {
        String pgbouncer = Program.needed("/usr/sbin/pgbouncer");
        int port = Program.freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Program.write(folder.resolve("users.txt"), "\"postgres\" \"postgres\"\n\"watch\" \"sesame\"\n");
            Program.write(folder.resolve("pgbouncer.ini"), """
                    [databases]
                    shop = host=127.0.0.1 port=%d dbname=postgres pool_size=2
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = %s
                    auth_file = users.txt
                    stats_users = watch
                    pool_mode = transaction
                    max_client_conn = 50
                    query_wait_timeout = 30
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(postgres.getPort(), port, way));
            List<String> command = new ArrayList<>(List.of(pgbouncer));
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("-u", "nobody")); // it refuses to run as root
            }
            command.add("pgbouncer.ini");
            try (Program program = Program.start(folder, command).listening(port);
                    Customers customers = new Customers(port);
                    LivePgBouncer live = new LivePgBouncer(
                            POOLER, Peer.tcp("127.0.0.1", port), "watch", () -> "sesame", Duration.ofMillis(700))) {
                customers.come(5);

                Seen seen = Look.until(live, it -> Look.find(it, Tier.POOLER, "shop/postgres")
                        .filter(pool -> pool.raw(Signal.PENDING) == 3 && pool.raw(Signal.WAIT_MAX) > 0.2)
                        .isPresent());

                Reading pool = Look.reading(seen, Tier.POOLER, "shop/postgres");
                assertThat(pool.get(Signal.MAX)).hasValue(2);
                assertThat(pool.get(Signal.USED)).hasValue(2);
                assertThat(pool.get(Signal.IDLE)).hasValue(0);
                assertThat(pool.get(Signal.TOTAL)).hasValue(2);
                assertThat(pool.reason(Signal.TIMEOUTS)).contains("query_wait_timeout");
                Reading clients = Look.reading(seen, Tier.FRONTEND, "pgbouncer clients");
                assertThat(clients.get(Signal.MAX)).hasValue(50);
                assertThat(clients.raw(Signal.USED)).isGreaterThanOrEqualTo(5);
                assertThat(seen.readings()).noneMatch(it -> it.pool().name().startsWith("pgbouncer/"));
                assertThat(seen.inForce())
                        .contains(
                                new InForce("pooler", "", "", "query_wait_timeout", "30s", "SHOW CONFIG"),
                                new InForce("pooler", "", "shop", "pool_size", "2", "SHOW DATABASES"));

                Reading after = Look.reading(
                        Look.until(
                                live,
                                it -> Look.reading(it, Tier.POOLER, "shop/postgres")
                                                .raw(Signal.WAIT_SECONDS)
                                        > 2),
                        Tier.POOLER,
                        "shop/postgres");
                assertThat(after.raw(Signal.WAITS)).isGreaterThanOrEqualTo(5);
                assertThat(after.raw(Signal.USE_SECONDS)).isPositive();
                assertThat(program.said()).doesNotContain("unknown command");

                LivePgBouncer stranger = new LivePgBouncer(
                        POOLER, Peer.tcp("127.0.0.1", port), "watch", () -> "wrong", Duration.ofMillis(700));
                assertThat(Look.silence(stranger, "127.0.0.1:" + port)).doesNotContain("wrong ");

                program.close();
                assertThat(Look.silence(live, "127.0.0.1:" + port)).doesNotContain("sesame");
            }
        }
    }

    /** Customers who each hold a transaction open, or wait for their turn to. */
    private static final class Customers implements AutoCloseable {
        private final int port;
        private final List<Connection> connections = new ArrayList<>();

        private Customers(int port) {
            this.port = port;
        }

        void come(int many) throws SQLException {
            for (int i = 0; i < many; i++) {
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/shop?prepareThreshold=0".formatted(port),
                        "postgres",
                        "postgres");
                connections.add(connection);
            }
            for (Connection connection : connections) {
                Thread thread = new Thread(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select pg_sleep(1.5)");
                    } catch (SQLException e) {
                        return; // the test is over
                    }
                });
                thread.setDaemon(true);
                thread.start();
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.abort(Runnable::run);
            }
        }
    }
}
