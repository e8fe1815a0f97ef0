package io.poolwright.audit.capacity;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of PgBouncer's {@code [databases]} with the pools of the applications that come through it. PgBouncer keeps one
 * server pool for every pair of user and database.
 *
 * <p>Source: PgBouncer, doc/config.md: default_pool_size, reserve_pool_size, max_db_connections.
 *
 * @param entry the line
 * @param clients the applications' pools that ask for its name
 */
public record PoolerEntry(Part entry, List<Part> clients) {
    private static final Pattern DATABASE = Pattern.compile("//[^/?]*/([^?;&]+)");

    /** An entry with its clients. */
    public static PoolerEntry of(Part entry, Stack stack) {
        List<Part> clients = stack.parent(entry).map(pooler -> clients(pooler, stack)).orElse(List.of()).stream()
                .filter(pool -> leadsTo(pool, entry, stack))
                .toList();
        return new PoolerEntry(entry, clients);
    }

    /** The pools that call a pooler. */
    public static List<Part> clients(Part pooler, Stack stack) {
        return stack.callers(pooler).stream()
                .filter(part -> part.kind() == Kind.POOL)
                .toList();
    }

    /** The entry that a pool comes through, by the database's name in its address; the only one when that says nothing. */
    public static Optional<Part> forClient(Part pool, Part pooler, Stack stack) {
        List<Part> entries = stack.children(pooler, Kind.POOLER_DATABASE);
        Optional<String> name = database(pool);
        Optional<Part> named = entries.stream()
                .filter(entry -> name.equals(Optional.of(entry.name())))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        Optional<Part> any =
                entries.stream().filter(entry -> entry.name().equals("*")).findFirst();
        return any.isPresent() || entries.size() != 1 || name.isPresent() ? any : Optional.of(entries.get(0));
    }

    private static boolean leadsTo(Part pool, Part entry, Stack stack) {
        return stack.parent(entry)
                .flatMap(pooler -> forClient(pool, pooler, stack))
                .filter(found -> found.id().equals(entry.id()))
                .isPresent();
    }

    /** The database that a pool asks for. */
    public static Optional<String> database(Part pool) {
        Setting<String> url = pool.text("url");
        Matcher name = DATABASE.matcher(url.isKnown() ? url.get() : "");
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Server connections of one process for this entry, as far as is known: the reserve counts, the cap cuts. */
    public Setting<Long> size() {
        Setting<Long> pool = entry.role(Role.SERVER_POOL);
        Setting<Long> reserve = entry.count("reserve_pool_size");
        if (!pool.isKnown() || !reserve.isKnown()) {
            return pool.isKnown() ? reserve : pool;
        }
        Setting<Long> cap = entry.count("max_db_connections");
        long most = cap.isKnown() ? cap.get() : Bound.UNLIMITED;
        long pairs = pairs();
        long all = Sum.times(pairs, Sum.plus(pool.get(), reserve.get()));
        if (most < all) {
            return cap.map(limit -> limit);
        }
        Setting<Long> place = pool.isDeclared() || !reserve.isDeclared() ? pool : reserve;
        return place.map(one -> all);
    }

    /** Pairs of user and database that we know of; one at least. */
    public long pairs() {
        if (entry.role(Role.USER).isKnown()) {
            return 1;
        }
        Set<String> pairs = clients.stream()
                .map(client -> user(client) + "/" + database(client).orElse(entry.name()))
                .collect(Collectors.toSet());
        return Math.max(1, pairs.size());
    }

    /** Whether every pair is known: a forced user, or clients that all say theirs. */
    public boolean allPairsKnown() {
        return entry.role(Role.USER).isKnown()
                || (!clients.isEmpty()
                        && clients.stream()
                                .allMatch(client -> client.role(Role.USER).isKnown()));
    }

    private static String user(Part client) {
        Setting<String> user = client.role(Role.USER);
        return user.isKnown() ? user.get() : "?";
    }
}
