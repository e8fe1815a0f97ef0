package io.poolwright.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresIT {
    @TempDir
    private Path folder;

    static Stream<PostgresRoute> routes() throws IOException {
        return PostgresRoute.all().stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void eachRouteThatThisMachineOffersServesAndKeepsItsLog(PostgresRoute route) throws Exception {
        Assumptions.assumeTrue(offered(route));
        Path logs = folder.resolve("database");
        try (Keeper keeper = Keeper.open("it-" + System.nanoTime(), line -> {})) {
            int port = new FreePorts(new SecureRandom()).next();
            Database database = new Postgres(keeper, logs, port, "s3cret").start(List.of(route));

            try (Connection connection = database.connect("postgres", "it");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW max_connections")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(60);
            }
        }

        assertThat(Files.readString(logs.resolve("postgresql.log"))).contains("ready to accept connections");
    }

    @Test
    void whereNothingWorksEachAttemptIsNamed() throws IOException {
        PostgresRoute.Binaries none = () -> {
            throw new IOException("not here");
        };
        PostgresRoute.Binaries anything = () -> Path.of("/bin");
        List<PostgresRoute> hopeless = List.of(
                new PostgresRoute("first", none, List.of(), Optional.empty()),
                new PostgresRoute("second", anything, List.of("/bin/false"), Optional.empty()));

        try (Keeper keeper = Keeper.open("it-" + System.nanoTime(), line -> {})) {
            Postgres postgres = new Postgres(keeper, folder, new FreePorts(new SecureRandom()).next(), "s3cret");

            assertThatThrownBy(() -> postgres.start(hopeless))
                    .isInstanceOf(NoDatabaseException.class)
                    .hasMessageStartingWith("PostgreSQL does not start here; tried: first: not here; second: ")
                    .hasMessageEndingWith("Install PostgreSQL, or name a server with --jdbc-url");
        }
    }

    private static boolean offered(PostgresRoute route) {
        try {
            return Files.isExecutable(route.binaries().bin().resolve("initdb"));
        } catch (IOException e) {
            return false;
        }
    }
}
