package io.poolwright.telemetry.jdbc;

import io.poolwright.model.Answer;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Plain;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection, opened when there is none, and what is asked over it. One that is lost is opened again by the next look.
 *
 * @param <T> what the answer is made into
 */
public final class JdbcSession<T> implements Collector<T>, AutoCloseable {
    private final String name;
    private final Opening opening;
    private final Question<T> question;
    private final List<String> secrets;
    private volatile @Nullable Connection connection;
    private volatile boolean closed;

    /**
     * @param name what begins every reason; no credentials in it
     * @param opening how to connect, within time-outs of its own
     * @param question what is asked at each look
     * @param secrets texts that a driver may repeat and nobody must see
     */
    public JdbcSession(String name, Opening opening, Question<T> question, List<String> secrets) {
        this.name = name;
        this.opening = opening;
        this.question = question;
        this.secrets = List.copyOf(secrets);
    }

    @Override
    public synchronized Answer<T> collect() {
        try {
            return Answer.of(question.ask(connected()));
        } catch (SQLException e) {
            dropWhenLost(e);
            return Answer.silent(
                    "%s: %s".formatted(name, Plain.without(Plain.reason(e), secrets.toArray(String[]::new))));
        }
    }

    /** Ends a look in progress as well. */
    @Override
    public void close() {
        closed = true;
        drop();
    }

    private Connection connected() throws SQLException {
        Connection known = connection;
        if (known != null) {
            return known;
        }
        if (closed) {
            throw new SQLException("closed");
        }
        Connection fresh = opening.open();
        connection = fresh;
        if (closed) {
            drop();
            throw new SQLException("closed");
        }
        return fresh;
    }

    /** A statement that failed does not give up the seat; a connection that is gone does. */
    private void dropWhenLost(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        boolean lost = state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException;
        if (lost || isClosed()) {
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
                System.getLogger(JdbcSession.class.getName())
                        .log(System.Logger.Level.DEBUG, name + ": could not abort a lost connection", e);
            }
        }
    }

    /** How to connect. */
    @FunctionalInterface
    public interface Opening {
        Connection open() throws SQLException;
    }

    /** What is asked at each look. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
