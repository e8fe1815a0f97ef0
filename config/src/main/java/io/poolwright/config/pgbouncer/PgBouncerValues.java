package io.poolwright.config.pgbouncer;

import io.poolwright.config.database.Written;
import io.poolwright.config.ini.IniEntry;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The values in force of one PgBouncer and of its databases.
 *
 * <p>Source: PgBouncer, main.c (defaults) and doc/config.md; {@code max_prepared_statements} is known since 1.21 and on since
 * 1.24 (changelog).
 */
final class PgBouncerValues {
    private static final Map<String, Long> COUNTS = Map.of(
            "max_client_conn", 100L,
            "default_pool_size", 20L,
            "min_pool_size", 0L,
            "reserve_pool_size", 0L);
    private static final List<String> LIMITS = List.of(
            "max_db_connections", "max_user_connections", "max_db_client_connections", "max_user_client_connections");
    /** Seconds; 0 turns the limit off. */
    private static final Map<String, Long> LIMITING_TIMES = Map.of(
            "query_wait_timeout", 120L,
            "query_timeout", 0L,
            "client_idle_timeout", 0L,
            "server_idle_timeout", 600L,
            "idle_transaction_timeout", 0L,
            "transaction_timeout", 0L);
    /** Seconds; 0 is meant as it stands. */
    private static final Map<String, Long> TIMES = Map.of(
            "server_lifetime",
            3_600L,
            "server_login_retry",
            15L,
            "server_connect_timeout",
            15L,
            "reserve_pool_timeout",
            5L);

    /** The settings that are typed. */
    static final Set<String> NAMES = names();

    private final PgBouncerIni ini;
    private final Optional<Version> version;
    private final String name;

    PgBouncerValues(PgBouncerIni ini, Optional<Version> version, String name) {
        this.ini = ini;
        this.version = version;
        this.name = name;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(COUNTS.keySet());
        names.addAll(LIMITS);
        names.addAll(LIMITING_TIMES.keySet());
        names.addAll(TIMES.keySet());
        names.addAll(List.of("pool_mode", "listen_port", "max_prepared_statements", "so_reuseport"));
        return Set.copyOf(names);
    }

    /** Puts the process's own settings into a part. */
    Part.Builder into(Part.Builder part, Optional<Integer> usualPort) {
        COUNTS.forEach((setting, standard) -> part.with(typed(setting, PgBouncerValues::count, Optional.of(standard))));
        LIMITS.forEach(limit -> part.with(typed(limit, PgBouncerValues::limit, Optional.of(Bound.UNLIMITED))));
        LIMITING_TIMES.forEach((time, standard) ->
                part.with(typed(time, PgBouncerValues::limitingTime, limitingTime(String.valueOf(standard)))));
        TIMES.forEach((time, standard) ->
                part.with(typed(time, PgBouncerValue::time, Optional.of(Duration.ofSeconds(standard)))));
        part.with(typed("so_reuseport", text -> count(text).map(on -> on != 0), Optional.of(false)));
        part.with(preparedStatements());
        part.role(Role.CLIENT_LIMIT, typed("max_client_conn", PgBouncerValues::count, Optional.of(100L)));
        part.role(Role.SERVER_POOL, typed("default_pool_size", PgBouncerValues::count, Optional.of(20L)));
        part.with(Role.POOL_MODE, typed("pool_mode", PgBouncerValue::poolMode, Optional.of("session")));
        return part.listens(listens(usualPort));
    }

    private Address listens(Optional<Integer> usual) {
        Optional<IniEntry> written = ini.setting("listen_port");
        return written.map(entry ->
                        new Address("*", entry.value().flatMap(PgBouncerValue::whole), Optional.of(entry.origin())))
                .orElseGet(() -> new Address("*", usual, Optional.empty()));
    }

    /** One line of {@code [databases]}; what it does not say, the process's settings say. */
    Part database(PgBouncerDatabase line, String pooler) {
        Part.Builder part = Part.of(
                        Kind.POOLER_DATABASE, "pgbouncer", pooler + "/" + line.name(), line.name(), line.origin())
                .parent(pooler)
                .with(
                        Role.SERVER_POOL,
                        own(line, "pool_size", "default_pool_size", PgBouncerValues::count, Optional.of(20L)))
                .with(own(line, reserveName(line), "reserve_pool_size", PgBouncerValues::count, Optional.of(0L)))
                .role(
                        Role.POOL_MODE,
                        own(line, "pool_mode", "pool_mode", PgBouncerValue::poolMode, Optional.of("session")))
                .with(own(
                        line,
                        "max_db_connections",
                        "max_db_connections",
                        PgBouncerValues::limit,
                        Optional.of(Bound.UNLIMITED)));
        part.with(own(line, "pool_mode", "pool_mode", PgBouncerValue::poolMode, Optional.of("session")));
        line.forcedUser().ifPresent(user -> part.with(Role.USER, Setting.declared("user", user, user, line.origin())));
        String host = line.word("host").orElse("localhost"); // without a host: the socket of this machine
        for (String one : host.split(",", -1)) {
            part.calls(new Address(one.startsWith("/") ? "localhost" : one, line.port(), Optional.of(line.origin())));
        }
        return part.build();
    }

    private static String reserveName(PgBouncerDatabase line) {
        return line.word("reserve_pool_size").isPresent()
                        || line.word("reserve_pool").isEmpty()
                ? "reserve_pool_size"
                : "reserve_pool";
    }

    private <T> Setting<T> own(
            PgBouncerDatabase line,
            String word,
            String setting,
            Function<String, Optional<T>> parser,
            Optional<T> standard) {
        String called = word.equals("reserve_pool") ? "reserve_pool_size" : word;
        Optional<String> written = line.word(word);
        if (written.isPresent() && !written.get().equals("-1")) {
            return new Written(written.get(), line.origin()).as(called, parser);
        }
        return renamed(called, typed(setting, parser, standard));
    }

    /** The same value under the name that the line has for it, so that each part keeps one name for one thing. */
    private static <T> Setting<T> renamed(String called, Setting<T> setting) {
        if (setting instanceof Setting.Declared<T> declared) {
            return Setting.declared(called, declared.get(), declared.text(), declared.at());
        }
        if (setting instanceof Setting.Defaulted<T> defaulted) {
            return Setting.defaulted(called, defaulted.get(), defaulted.of());
        }
        return setting.name().equals(called)
                ? setting
                : setting.origin()
                        .map(at ->
                                Setting.<T>unresolved(called, setting.source().replaceFirst("^unknown: ", ""), at))
                        .orElse(Setting.unknown(called, setting.source().replaceFirst("^unknown: ", "")));
    }

    private Setting<Long> preparedStatements() {
        String setting = "max_prepared_statements";
        if (ini.setting(setting).isPresent()) {
            return typed(setting, PgBouncerValues::count, Optional.of(0L));
        }
        if (version.isEmpty() && ini.missing().isEmpty()) {
            return Setting.unknown(
                    setting,
                    "the version of PgBouncer '%s' (max_prepared_statements is 0 before 1.24 and 200 since)"
                            .formatted(name));
        }
        long standard = version.filter(known -> known.atLeast(1, 24, 0)).isPresent() ? 200 : 0;
        return typed(setting, PgBouncerValues::count, Optional.of(standard));
    }

    private <T> Setting<T> typed(String setting, Function<String, Optional<T>> parser, Optional<T> standard) {
        Optional<IniEntry> entry = ini.setting(setting);
        if (entry.isPresent()) {
            return new Written(entry.get().value().orElse(""), entry.get().origin()).as(setting, parser);
        }
        if (!ini.missing().isEmpty()) {
            return Setting.unknown(
                    setting,
                    "%s of '%s' (the include of '%s' at %s was not read)"
                            .formatted(
                                    setting,
                                    name,
                                    ini.missing().get(0).path(),
                                    ini.missing().get(0).origin()));
        }
        return Setting.defaulted(
                setting,
                standard.orElseThrow(),
                version.map(one -> "PgBouncer " + one.text()).orElse("PgBouncer"));
    }

    private static Optional<Long> count(String text) {
        return PgBouncerValue.whole(text).filter(count -> count >= 0).map(Integer::longValue);
    }

    private static Optional<Long> limit(String text) {
        return count(text).map(most -> most == 0 ? Bound.UNLIMITED : most);
    }

    private static Optional<Duration> limitingTime(String text) {
        return PgBouncerValue.time(text).map(time -> time.isZero() ? Bound.FOREVER : time);
    }
}
