package io.poolwright.server.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The relational store: H2 in a file of the data folder, or PostgreSQL 15 and later. Open, migrated, and to be closed. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /**
     * One thread of H2 writes at a time, and our own transactions are short. A handful of connections serves every request; the
     * rest wait in order.
     */
    private static final int CONNECTIONS = 6;

    /** Milliseconds to wait for a connection before the caller is told that the state cannot be reached. */
    private static final long WAIT_MS = 3_000;

    private static final int OLDEST_POSTGRESQL = 15;

    private final HikariDataSource pool;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final boolean embedded;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.sql = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.embedded = embedded;
    }

    /** H2 in one file of a folder that exists. Each commit is written before it returns. */
    public static Database inFolder(Path folder) {
        String file = folder.resolve("state").toAbsolutePath().toString();
        if (file.indexOf(';') >= 0) {
            throw new StateException("the data folder must not have a semicolon in its name: " + folder);
        }
        ReservedPath.register();
        return open(
                "jdbc:h2:" + ReservedPath.SCHEME + ":" + file
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0;RETENTION_TIME=5000;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000",
                "poolwright",
                "",
                true);
    }

    /** A PostgreSQL server. */
    public static Database at(String url, String user, String password) {
        return open(url, user, password, false);
    }

    private static Database open(String url, String user, String password, boolean embedded) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MS);
        config.setInitializationFailTimeout(WAIT_MS);
        if (!embedded) {
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("socketTimeout", "15");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "poolwright");
        }
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StateException("the state cannot be opened: " + deepest(e));
        }
        try {
            refuseOld(pool);
            migrate(pool);
            return new Database(pool, embedded);
        } catch (RuntimeException | SQLException e) {
            pool.close();
            throw new StateException("the state cannot be opened: " + deepest(e));
        }
    }

    private static void refuseOld(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (product.equals("PostgreSQL") && version < OLDEST_POSTGRESQL) {
                throw new StateException(
                        "found PostgreSQL %d; accepted: %d and later".formatted(version, OLDEST_POSTGRESQL));
            }
        }
    }

    private static void migrate(HikariDataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .table("poolwright_schema")
                .load()
                .migrate();
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    JdbcClient sql() {
        return sql;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Has the disk itself confirm what was committed: H2 hands commits to the operating system and goes on. */
    void force() {
        if (embedded) {
            sql.sql("checkpoint sync").update();
        }
    }

    /** Whether the state is a file of our own and not a server. */
    public boolean isEmbedded() {
        return embedded;
    }

    @Override
    public void close() {
        if (embedded && !pool.isClosed()) {
            try {
                sql.sql("shutdown").update();
            } catch (DataAccessException e) {
                LOG.warn("the state could not be closed well; what was acknowledged is in it: {}", deepest(e));
            }
        }
        pool.close();
    }
}
