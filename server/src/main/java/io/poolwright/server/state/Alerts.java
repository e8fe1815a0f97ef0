package io.poolwright.server.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The alerts, each with its event when it begins and when it ends. */
public final class Alerts {
    /** Characters of a diagnosis' JSON. */
    public static final int LONGEST_DIAGNOSIS = 262_144;

    private static final String COLUMNS =
            "id, fingerprint, service, subject, title, description, severity, fired_at, resolved_at, diagnosis";

    private final Store store;
    private final Clock clock;

    /** Alerts of one database. */
    public Alerts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Begins an alert, with its event. One that fires already is given back as it is. */
    public synchronized Alert fire(NewAlert alert) {
        Optional<Alert> firing = firing(alert.fingerprint());
        if (firing.isPresent()) {
            return firing.get();
        }
        Alert fired = new Alert(
                UUID.randomUUID(),
                alert.fingerprint(),
                alert.service(),
                alert.subject(),
                alert.title(),
                alert.text(),
                alert.severity(),
                Times.stored(alert.firedAt()).toInstant(),
                Optional.empty(),
                Optional.empty());
        Instant now = Times.now(clock);
        return store.write(sql -> {
            sql.sql("insert into alert (id, fingerprint, service, subject, title, description, severity, fired_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(fired.id())
                    .param(fired.fingerprint())
                    .param(fired.service().orElse(null))
                    .param(fired.subject())
                    .param(fired.title())
                    .param(fired.text())
                    .param(fired.severity().id())
                    .param(Times.stored(fired.firedAt()))
                    .update();
            Events.insert(sql, event(fired, EventKind.ALERT_FIRED, fired.firedAt()), now, null);
            return fired;
        });
    }

    /** Ends the alert with this fingerprint, with its event; empty when none fires. */
    public synchronized Optional<Alert> resolve(String fingerprint, Instant at) {
        Optional<Alert> firing = firing(fingerprint);
        Instant now = Times.now(clock);
        firing.ifPresent(it -> store.write(sql -> {
            Events.insert(sql, event(it, EventKind.ALERT_RESOLVED, at), now, null);
            return sql.sql("update alert set resolved_at = ? where id = ?")
                    .params(Times.stored(at), it.id())
                    .update();
        }));
        return firing.flatMap(it -> find(it.id()));
    }

    /** Keeps what the diagnosis made of an alert, in place of what it said before. False when there is no such alert. */
    public boolean diagnosed(UUID id, String json) {
        Limits.demand("diagnosis", json, LONGEST_DIAGNOSIS);
        return store.write(sql -> sql.sql("update alert set diagnosis = ? where id = ?")
                        .params(json, id)
                        .update())
                == 1;
    }

    /** The alert with this id. */
    public Optional<Alert> find(UUID id) {
        return store.read(sql -> sql.sql("select " + COLUMNS + " from alert where id = ?")
                .param(id)
                .query(Alerts::alert)
                .optional());
    }

    /** All that fire now, newest first. */
    public List<Alert> firing() {
        return store.read(sql -> sql.sql(
                        "select " + COLUMNS + " from alert where resolved_at is null order by fired_at desc, id desc")
                .query(Alerts::alert)
                .list());
    }

    /** One page of alerts, newest first. */
    public Page<Alert> page(AlertFilter filter, Optional<Cursor> after, int limit) {
        Query query = new Query("select " + COLUMNS + " from alert").whereIf(filter.service(), "service = ?", it -> it);
        filter.firing().ifPresent(it -> query.where(it ? "resolved_at is null" : "resolved_at is not null"));
        return query.page(
                store,
                "fired_at",
                after,
                Alerts::uuid,
                limit,
                Alerts::alert,
                it -> new Cursor(it.firedAt(), it.id().toString()));
    }

    private Optional<Alert> firing(String fingerprint) {
        return store.read(
                sql -> sql.sql("select " + COLUMNS + " from alert where fingerprint = ? and resolved_at is null")
                        .param(fingerprint)
                        .query(Alerts::alert)
                        .optional());
    }

    private static NewEvent event(Alert alert, EventKind kind, Instant at) {
        String detail = "{\"alert\":\"%s\",\"severity\":\"%s\"}"
                .formatted(alert.id(), alert.severity().id());
        return NewEvent.seen(at, kind, alert.service(), alert.title(), detail);
    }

    private static Object uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0); // a cursor of another list: its time alone counts
        }
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("fingerprint"),
                Query.text(row, "service"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("description"),
                Severity.of(row.getString("severity")).orElseThrow(),
                Times.read(row, "fired_at"),
                Times.readIfAny(row, "resolved_at"),
                Query.text(row, "diagnosis"));
    }
}
