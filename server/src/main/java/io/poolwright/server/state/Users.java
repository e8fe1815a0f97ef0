package io.poolwright.server.state;

import io.poolwright.server.rights.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/** The accounts. What is kept of a password is its hash, and the hash leaves here only to be compared. */
public final class Users {
    private static final String COLUMNS = "id, name, role, must_change, disabled, created_at, password_at";

    private final Store store;
    private final Clock clock;

    /** Accounts of one database. */
    public Users(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new account; empty when the name is taken. */
    public Optional<User> add(String name, Role role, String passwordHash, boolean mustChange) {
        Instant now = Times.now(clock);
        User user = new User(UUID.randomUUID(), name, role, mustChange, false, now, now);
        try {
            store.write(sql -> sql.sql("insert into app_user (%s, password_hash) values (?, ?, ?, ?, ?, ?, ?, ?)"
                            .formatted(COLUMNS))
                    .params(
                            user.id(),
                            name,
                            role.id(),
                            mustChange,
                            false,
                            Times.stored(now),
                            Times.stored(now),
                            passwordHash)
                    .update());
            return Optional.of(user);
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** The account with this id. */
    public Optional<User> find(UUID id) {
        return store.read(sql -> sql.sql("select %s from app_user where id = ?".formatted(COLUMNS))
                .param(id)
                .query(Users::user)
                .optional());
    }

    /** The account with this name. */
    public Optional<User> named(String name) {
        return store.read(sql -> sql.sql("select %s from app_user where name = ?".formatted(COLUMNS))
                .param(name)
                .query(Users::user)
                .optional());
    }

    /** All accounts, by name. */
    public List<User> all() {
        return store.read(sql -> sql.sql("select %s from app_user order by name".formatted(COLUMNS))
                .query(Users::user)
                .list());
    }

    /** What a password of this account must match. */
    public Optional<String> passwordHash(UUID id) {
        return store.read(sql -> sql.sql("select password_hash from app_user where id = ?")
                .param(id)
                .query(String.class)
                .optional());
    }

    /** Sets a password; every session from before is over. False when there is no such account. */
    public boolean setPassword(UUID id, String passwordHash, boolean mustChange) {
        return store.write(sql -> sql.sql(
                                "update app_user set password_hash = ?, must_change = ?, password_at = ? where id = ?")
                        .params(passwordHash, mustChange, Times.stored(clock.instant()), id)
                        .update())
                == 1;
    }

    /** Gives another role, or shuts or opens the account. False when there is no such account. */
    public boolean change(UUID id, Role role, boolean disabled) {
        return store.write(sql -> sql.sql("update app_user set role = ?, disabled = ? where id = ?")
                        .params(role.id(), disabled, id)
                        .update())
                == 1;
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                Times.read(row, "created_at"),
                Times.read(row, "password_at"));
    }
}
