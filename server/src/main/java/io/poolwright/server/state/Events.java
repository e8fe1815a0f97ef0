package io.poolwright.server.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** What happened, in the order of time. Events are added and read; there is no way to change one. */
public final class Events {
    private static final String COLUMNS = "id, occurred_at, recorded_at, kind, service, title, detail, author";

    private final Store store;
    private final Clock clock;

    /** Events of one database. */
    public Events(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Writes one event. It is on disk when this returns. */
    public Event record(NewEvent event) {
        Instant now = Times.now(clock);
        return store.write(sql -> insert(sql, event, now, null));
    }

    /**
     * Writes one event, once: with the same key and the same author the first one is given back.
     *
     * @throws KeyReusedException when the key came with something else before
     */
    public Once recordOnce(NewEvent event, String key) {
        Optional<Once> before = earlier(event, key);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = Times.now(clock);
        try {
            return new Once(store.write(sql -> insert(sql, event, now, key)), false);
        } catch (DuplicateKeyException e) {
            return earlier(event, key).orElseThrow(() -> e); // somebody was quicker with the same key
        }
    }

    /** One page of events, newest first. */
    public Page<Event> page(EventFilter filter, Optional<Cursor> after, int limit) {
        Query query = new Query("select " + COLUMNS + " from event")
                .whereIf(filter.service(), "service = ?", it -> it)
                .whereIf(filter.from(), "occurred_at >= ?", Times::stored)
                .whereIf(filter.to(), "occurred_at < ?", Times::stored);
        if (!filter.kinds().isEmpty()) {
            List<String> kinds =
                    filter.kinds().stream().map(EventKind::id).sorted().toList();
            query.where("kind in (%s)".formatted("?, ".repeat(kinds.size() - 1) + "?"), kinds.toArray());
        }
        return query.page(
                store,
                "occurred_at",
                after,
                Events::number,
                limit,
                Events::event,
                it -> new Cursor(it.at(), Long.toString(it.id())));
    }

    /** How many have been written, ever. */
    public long count() {
        return store.read(
                sql -> sql.sql("select count(*) from event").query(Long.class).single());
    }

    /**
     * What came of writing once.
     *
     * @param repeated whether it had been written before
     */
    public record Once(Event event, boolean repeated) {}

    private Optional<Once> earlier(NewEvent event, String key) {
        return store.read(sql -> sql.sql("select content_hash, " + COLUMNS
                                + " from event where author = ? and idempotency_key = ?")
                        .params(event.author(), key)
                        .query((row, number) -> {
                            if (!hash(event).equals(row.getString("content_hash"))) {
                                throw new KeyReusedException();
                            }
                            return event(row, number);
                        })
                        .optional())
                .map(it -> new Once(it, true));
    }

    static Event insert(JdbcClient sql, NewEvent event, Instant now, @Nullable String key) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        sql.sql("insert into event (occurred_at, recorded_at, kind, service, title, detail, author, idempotency_key,"
                        + " content_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Times.stored(event.at()))
                .param(Times.stored(now))
                .param(event.kind().id())
                .param(event.service().orElse(null))
                .param(event.title())
                .param(event.detail())
                .param(event.author())
                .param(key)
                .param(key == null ? null : hash(event))
                .update(id, "id");
        return new Event(
                Objects.requireNonNull(id.getKey()).longValue(),
                Times.stored(event.at()).toInstant(),
                now,
                event.kind(),
                event.service(),
                event.title(),
                event.detail(),
                event.author());
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("id"),
                Times.read(row, "occurred_at"),
                Times.read(row, "recorded_at"),
                EventKind.of(row.getString("kind")).orElseThrow(),
                Query.text(row, "service"),
                row.getString("title"),
                row.getString("detail"),
                row.getString("author"));
    }

    private static Object number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // a cursor of another list: its time alone counts
        }
    }

    private static String hash(NewEvent event) {
        String content =
                String.join("\0", event.kind().id(), event.service().orElse(""), event.title(), event.detail());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
