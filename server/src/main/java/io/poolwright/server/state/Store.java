package io.poolwright.server.state;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Reading and writing the database, with what goes wrong told in our own words. */
public final class Store {
    private final Database database;
    private final Room room;

    /** The store of one database; a write is refused when there is no room for it. */
    public Store(Database database, Room room) {
        this.database = database;
        this.room = room;
    }

    /** One transaction that is on disk when this returns. */
    <T> T write(Function<JdbcClient, T> work) {
        room.demand();
        try {
            T result = database.transaction().execute(status -> work.apply(database.sql()));
            database.force();
            return some(result);
        } catch (DataIntegrityViolationException e) {
            throw e;
        } catch (DataAccessException | TransactionException e) {
            throw UnavailableException.of(e);
        }
    }

    /** One look. */
    <T> T read(Function<JdbcClient, T> work) {
        try {
            return work.apply(database.sql());
        } catch (DataAccessException e) {
            throw UnavailableException.of(e);
        }
    }

    /** Whether the database answers. */
    public boolean answers() {
        try {
            return read(sql -> sql.sql("select 1").query(Integer.class).single()) == 1;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private static <T> T some(@Nullable T result) {
        if (result == null) {
            throw new IllegalStateException("a transaction returned nothing");
        }
        return result;
    }
}
