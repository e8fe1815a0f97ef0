package io.poolwright.telemetry.pgbouncer;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.wire.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pools of one PgBouncer, one for each database and user, and its own limit for clients, over its admin console. A
 * user of {@code stats_users} suffices. The connection is kept.
 *
 * <p>Source: PgBouncer's usage page, "Admin console"; read on 1.18. {@code SHOW FDS} would hold the event loop up; it and
 * whatever changes something is never sent.
 */
public final class LivePgBouncer implements Collector<Seen>, AutoCloseable {
    private static final int MOST_POOLS = 2000;

    private final Owner owner;
    private final Peer peer;
    private final String user;
    private final Supplier<String> password;
    private final Duration deadline;
    private @Nullable ConsoleSession session;
    private boolean closed;

    /**
     * Connects with the first look.
     *
     * @param peer where PgBouncer listens; plain TCP or its Unix socket
     * @param user one of {@code stats_users} or {@code admin_users}
     * @param password where its password comes from, asked at each connection; empty text when none is needed
     * @param deadline longest a look takes
     */
    public LivePgBouncer(Owner owner, Peer peer, String user, Supplier<String> password, Duration deadline) {
        this.owner = owner;
        this.peer = peer;
        this.user = user;
        this.password = password;
        this.deadline = deadline;
    }

    /** Where PgBouncer listens, from {@code jdbc:postgresql://host:port/pgbouncer}, {@code host:port} or a socket's path. */
    public static Peer peer(String address) {
        return Peer.parse(address.startsWith("jdbc:") ? Plain.jdbc(address).replaceFirst("/.*", "") : address);
    }

    @Override
    public synchronized Answer<Seen> collect() {
        try {
            ConsoleSession console = connected();
            return Answer.of(new Console(
                            console.show("POOLS", MOST_POOLS),
                            console.show("STATS", MOST_POOLS),
                            console.show("DATABASES", MOST_POOLS),
                            console.show("CONFIG", MOST_POOLS),
                            console.show("LISTS", MOST_POOLS))
                    .seen(owner));
        } catch (IOException e) {
            drop();
            return Answer.silent("pgbouncer %s: %s".formatted(peer, Plain.reason(e)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    private ConsoleSession connected() throws IOException {
        ConsoleSession known = session;
        if (known != null) {
            known.within(deadline);
            return known;
        }
        if (closed) {
            throw new IOException("closed");
        }
        ConsoleSession fresh = ConsoleSession.open(peer, user, password.get(), deadline);
        session = fresh;
        return fresh;
    }

    private void drop() {
        ConsoleSession lost = session;
        session = null;
        if (lost != null) {
            try {
                lost.close();
            } catch (IOException e) {
                // Nothing is left to do for it: it is forgotten, and the next look opens another.
                System.getLogger(LivePgBouncer.class.getName())
                        .log(System.Logger.Level.DEBUG, "pgbouncer: could not close a lost connection", e);
            }
        }
    }
}
