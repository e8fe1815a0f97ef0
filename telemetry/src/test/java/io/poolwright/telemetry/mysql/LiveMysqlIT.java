package io.poolwright.telemetry.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.real.Look;
import io.poolwright.telemetry.real.Program;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMysqlIT {
    private static final Owner DB = new Owner("shop-db", "");

    @TempDir
    private Path folder;

    private final List<Connection> crowd = new ArrayList<>();

    @AfterEach
    void leave() throws SQLException {
        for (Connection connection : crowd) {
            connection.close();
        }
    }

    @Test
    void seesWhenEveryConnectionIsTaken() throws Exception {
        String mariadbd = Program.needed("/usr/sbin/mariadbd");
        String install = Program.needed("/usr/bin/mariadb-install-db");
        int port = Program.freePort();
        String user = System.getProperty("user.name");
        Program.run(
                folder,
                install,
                "--no-defaults",
                "--datadir=" + folder.resolve("db"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--user=" + user);
        String[] command = {
            mariadbd,
            "--no-defaults",
            "--datadir=" + folder.resolve("db"),
            "--socket=" + folder.resolve("db.sock"),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--user=" + user,
            "--max-connections=10",
            "--wait-timeout=77",
            "--innodb-buffer-pool-size=8M"
        };
        try (Program program = Program.start(folder, command).listening(port);
                LiveMysql live = LiveMysql.of(
                        DB,
                        "jdbc:mysql://127.0.0.1:%d/".formatted(port),
                        "watch",
                        () -> "sesame",
                        Duration.ofMillis(700))) {
            try (Connection root = connect(port, "root", "");
                    Statement statement = root.createStatement()) {
                statement.execute("create user watch@'127.0.0.1' identified by 'sesame'");
                statement.execute("create user watch@localhost identified by 'sesame'");
            }
            Look.at(live);
            for (int i = 0; i < 9; i++) {
                crowd.add(connect(port, "watch", "sesame"));
            }
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> connect(port, "watch", "sesame")))
                    .hasMessageContaining("Too many connections");

            Seen seen = Look.at(live);

            Reading slots = Look.reading(seen, Tier.DATABASE, "mysql");
            assertThat(slots.get(Signal.MAX)).hasValue(10);
            assertThat(slots.get(Signal.USED)).hasValue(10);
            assertThat(slots.get(Signal.REFUSED)).isEmpty();
            assertThat(slots.reason(Signal.REFUSED)).contains("extra connection for administrators");
            assertThat(seen.notices())
                    .containsExactly(
                            new Notice(
                                    Notice.Kind.LOG,
                                    "1 attempts to connect failed since the look before, and all of max_connections 10 are taken"));
            assertThat(slots.raw(Signal.BORROWS)).isGreaterThanOrEqualTo(11);
            assertThat(seen.inForce())
                    .contains(
                            new InForce("shop-db", "", "", "wait_timeout", "77s", "SHOW GLOBAL VARIABLES"),
                            new InForce("shop-db", "", "", "max_connections", "10", "SHOW GLOBAL VARIABLES"));

            program.close();
            assertThat(Look.silence(live, "mysql 127.0.0.1:" + port)).doesNotContain("sesame");
        }
    }

    private static Connection connect(int port, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:%d/".formatted(port), user, password);
    }
}
