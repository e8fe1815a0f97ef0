package io.poolwright.server.state;

import io.poolwright.server.rights.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tokens, found by the hash of what a program sends. */
public final class Tokens {
    private static final String COLUMNS = "id, owner_id, name, scopes, created_at, expires_at, revoked_at";

    private final Store store;
    private final Clock clock;

    /** Tokens of one database. */
    public Tokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new token, kept by its hash. */
    public ApiToken add(UUID owner, String name, Set<Scope> scopes, Optional<Instant> expiresAt, String hash) {
        Limits.demand("name", name, 100);
        ApiToken token = new ApiToken(
                UUID.randomUUID(),
                owner,
                name,
                Set.copyOf(scopes),
                Times.now(clock),
                expiresAt.map(it -> Times.stored(it).toInstant()),
                Optional.empty());
        store.write(
                sql -> sql.sql("insert into api_token (id, owner_id, name, scopes, created_at, expires_at, token_hash)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                        .param(token.id())
                        .param(owner)
                        .param(name)
                        .param(scopes.stream().map(Scope::id).sorted().collect(Collectors.joining(" ")))
                        .param(Times.stored(token.createdAt()))
                        .param(token.expiresAt().map(Times::stored).orElse(null))
                        .param(hash)
                        .update());
        return token;
    }

    /** The token with this hash, good or not. */
    public Optional<ApiToken> hashed(String hash) {
        return store.read(sql -> sql.sql("select " + COLUMNS + " from api_token where token_hash = ?")
                .param(hash)
                .query(Tokens::token)
                .optional());
    }

    /** The token with this id. */
    public Optional<ApiToken> find(UUID id) {
        return store.read(sql -> sql.sql("select " + COLUMNS + " from api_token where id = ?")
                .param(id)
                .query(Tokens::token)
                .optional());
    }

    /** Tokens of one account, or of all, newest first. */
    public List<ApiToken> of(Optional<UUID> owner) {
        String select = "select " + COLUMNS + " from api_token";
        String order = " order by created_at desc, id";
        return store.read(sql -> owner.map(
                        it -> sql.sql(select + " where owner_id = ?" + order).param(it))
                .orElseGet(() -> sql.sql(select + order))
                .query(Tokens::token)
                .list());
    }

    /** Ends a token; false when there is none that is not ended already. */
    public boolean revoke(UUID id) {
        return store.write(sql -> sql.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
                        .params(Times.stored(clock.instant()), id)
                        .update())
                == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(" "))
                        .flatMap(it -> Scope.of(it).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Times.read(row, "created_at"),
                Times.readIfAny(row, "expires_at"),
                Times.readIfAny(row, "revoked_at"));
    }
}
