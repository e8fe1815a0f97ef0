package io.poolwright.server.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the state can be in. What is tested on one is tested on both, or they drift apart. */
enum Engine {
    H2 {
        @Override
        Database open(Path folder) {
            return Database.inFolder(folder);
        }
    },
    POSTGRESQL {
        @Override
        Database open(Path folder) {
            String name = "state" + NUMBER.incrementAndGet();
            EmbeddedPostgres server = Postgres.SERVER;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return Database.at(server.getJdbcUrl("postgres", name), "postgres", "");
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    abstract Database open(Path folder);

    /** A fresh, migrated store. */
    final Store store(Path folder) {
        return new Store(open(folder), Room.elsewhere());
    }

    /** Started once, when the first test asks for it, and ended with the tests. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
