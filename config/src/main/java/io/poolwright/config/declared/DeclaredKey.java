package io.poolwright.config.declared;

import java.util.List;
import java.util.Optional;

/**
 * A key of {@code poolwright.yaml}.
 *
 * @param path its steps; {@code *} stands for a name that people choose
 * @param unit what its value is
 */
record DeclaredKey(List<String> path, Unit unit) {

    /** What a value may be. */
    enum Unit {
        COUNT,
        NUMBER,
        TIME,
        BYTES,
        PER_CENT,
        TEXT,
        LIST
    }

    /** All of them. The same list stands in {@code docs/poolwright.schema.json}. */
    static final List<DeclaredKey> ALL = List.of(
            key(Unit.NUMBER, "stack", "*", "rate", "peak"),
            key(Unit.TIME, "stack", "*", "response", "p95"),
            key(Unit.TIME, "stack", "*", "budget"),
            key(Unit.NUMBER, "stack", "*", "concurrency", "peak"),
            key(Unit.COUNT, "stack", "*", "replicas"),
            key(Unit.PER_CENT, "stack", "*", "surge"),
            key(Unit.COUNT, "stack", "*", "pool"),
            key(Unit.TIME, "stack", "*", "hold", "mean"),
            key(Unit.TIME, "stack", "*", "hold", "p99"),
            key(Unit.TIME, "stack", "*", "hold", "cpu"),
            key(Unit.COUNT, "stack", "*", "retries"),
            key(Unit.COUNT, "databases", "*", "cores"),
            key(Unit.BYTES, "databases", "*", "memory"),
            key(Unit.TEXT, "databases", "*", "role"),
            key(Unit.COUNT, "databases", "*", "max_connections"),
            key(Unit.COUNT, "databases", "*", "reserved"),
            key(Unit.TEXT, "versions", "*"),
            key(Unit.TEXT, "environments", "*", "path"),
            key(Unit.LIST, "differences", "intended"),
            key(Unit.TIME, "budget", "client"),
            key(Unit.COUNT, "clients", "retries"),
            key(Unit.TIME, "clients", "backoff"),
            key(Unit.NUMBER, "clients", "budget"),
            key(Unit.TIME, "goal", "limit"),
            key(Unit.TIME, "goal", "p99"),
            key(Unit.NUMBER, "goal", "good"),
            key(Unit.TEXT, "watch", "environment"),
            key(Unit.TIME, "watch", "interval"),
            key(Unit.TEXT, "watch", "configuration"),
            key(Unit.TEXT, "targets", "*", "kind"),
            key(Unit.TEXT, "targets", "*", "service"),
            key(Unit.TEXT, "targets", "*", "instance"),
            key(Unit.TEXT, "targets", "*", "address"),
            key(Unit.TEXT, "targets", "*", "application"),
            key(Unit.TEXT, "targets", "*", "database"),
            key(Unit.TEXT, "targets", "*", "frontend"),
            key(Unit.TEXT, "targets", "*", "backend"),
            key(Unit.TEXT, "targets", "*", "pool"),
            key(Unit.TEXT, "targets", "*", "format"),
            key(Unit.TIME, "targets", "*", "interval"),
            key(Unit.TEXT, "targets", "*", "user"),
            key(Unit.TEXT, "targets", "*", "secret_env"),
            key(Unit.TEXT, "targets", "*", "secret_file"),
            key(Unit.TEXT, "targets", "*", "secret_key"));

    private static DeclaredKey key(Unit unit, String... path) {
        return new DeclaredKey(List.of(path), unit);
    }

    /** The key at a path, written out. */
    static Optional<DeclaredKey> at(List<String> steps) {
        return ALL.stream()
                .filter(key -> key.path.size() == steps.size() && key.begins(steps))
                .findFirst();
    }

    /** Whether a path leads on to this key. */
    boolean begins(List<String> steps) {
        if (steps.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!path.get(i).equals("*") && !path.get(i).equals(steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What may stand below a path. */
    static List<String> below(List<String> steps) {
        return ALL.stream()
                .filter(key -> key.path.size() > steps.size() && key.begins(steps))
                .map(key -> key.path.get(steps.size()))
                .distinct()
                .toList();
    }
}
