package io.poolwright.telemetry.postgres;

import io.poolwright.model.Answer;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Plain;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The one connection, opened when there is none, and the question it is asked.
 *
 * @param <T> what the answer is made into
 */
final class PostgresSession<T> implements Collector<T>, AutoCloseable {
    /** Whole seconds, the driver's unit: ends what the server's own statement_timeout cannot, a dead network. */
    private static final String DRIVER_TIMEOUT = "2";

    private static final String TOO_MANY = "53300";

    /** Longest answer accepted, as the driver writes it: one of a thousand applications has some hundred kilobytes. */
    private static final String MOST_BYTES = "16M";

    private static final System.Logger LOG = System.getLogger(PostgresSession.class.getName());

    private final String name;
    private final PostgresAddress address;
    private final Duration statementTimeout;
    private final String sql;
    private final Reader<T> reader;
    private volatile @Nullable Connection connection;
    private volatile boolean closed;
    private @Nullable PreparedStatement look;

    /**
     * @param name what begins every reason
     * @param sql statements of a look, sent together; the first parameter is the database's name
     * @param reader what is made of their results
     */
    PostgresSession(String name, PostgresAddress address, Duration statementTimeout, String sql, Reader<T> reader) {
        this.name = name;
        this.address = address;
        this.statementTimeout = statementTimeout;
        this.sql = sql;
        this.reader = reader;
    }

    /** Opens the connection before the first look; should that fail, the look tries again and says why. */
    synchronized void openAhead() {
        try {
            prepared();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> name + ": not open yet: " + oneLine(e));
        }
    }

    @Override
    public synchronized Answer<T> collect() {
        try {
            PreparedStatement asked = prepared();
            asked.setString(1, address.database());
            return reader.read(asked);
        } catch (SQLException e) {
            dropWhenLost(e);
            return Answer.silent(name + ": " + oneLine(e));
        }
    }

    /** Ends a look in progress as well. */
    @Override
    public void close() {
        closed = true;
        drop();
    }

    private PreparedStatement prepared() throws SQLException {
        PreparedStatement known = look;
        if (known != null && connection != null) {
            return known;
        }
        if (closed) {
            throw new SQLException("closed");
        }
        Connection fresh = connect();
        connection = fresh;
        if (closed) {
            drop();
            throw new SQLException("closed");
        }
        PreparedStatement prepared = fresh.prepareStatement(sql);
        look = prepared;
        return prepared;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", LookQuery.OBSERVER);
        properties.setProperty("connectTimeout", DRIVER_TIMEOUT);
        properties.setProperty("socketTimeout", DRIVER_TIMEOUT);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("maxResultBuffer", MOST_BYTES);
        Connection fresh = DriverManager.getConnection(address.url(), properties);
        try {
            fresh.setAutoCommit(true); // statistics are frozen within a transaction: each look needs its own
            try (PreparedStatement manners = fresh.prepareStatement(LookQuery.MANNERS)) {
                manners.setString(1, LookQuery.OBSERVER);
                manners.setString(2, Long.toString(statementTimeout.toMillis()));
                manners.execute();
            }
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    /** A statement that failed does not give up the seat; a connection that is gone does. */
    private void dropWhenLost(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.startsWith("08") || state.startsWith("57P") || isClosed()) {
            drop();
        }
    }

    private boolean isClosed() {
        Connection current = connection;
        try {
            return current == null || current.isClosed();
        } catch (SQLException e) {
            return true; // a connection that cannot say is of no more use
        }
    }

    private void drop() {
        Connection lost = connection;
        connection = null;
        if (lost != null) {
            try {
                lost.abort(Runnable::run);
            } catch (SQLException e) {
                // Nothing is left to do for it: it is forgotten, and the next look opens another.
                LOG.log(System.Logger.Level.DEBUG, "postgresql: could not abort a lost connection", e);
            }
        }
    }

    private String oneLine(SQLException e) {
        String said = Plain.without(Plain.reason(e), address.url(), address.password());
        return TOO_MANY.equals(e.getSQLState()) ? "has no slot left for us: " + said : said;
    }

    /** What is made of the results of a look. */
    @FunctionalInterface
    interface Reader<T> {
        Answer<T> read(PreparedStatement look) throws SQLException;
    }
}
