package io.poolwright.config.mysql;

import io.poolwright.config.database.Written;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Collects what is set for one server, and gives every variable the value in force. */
final class MySqlValues {
    /** Folders that the images bring along; what is in them says nothing of connections, buffers or times. */
    private static final List<String> OF_THE_IMAGE = List.of(
            "/etc/mysql/conf.d",
            "/etc/mysql/mysql.conf.d",
            "/etc/mysql/mariadb.conf.d",
            "/etc/my.cnf.d",
            "/etc/my.cnf");

    private static final List<String> SIZES = List.of(
            "thread_stack",
            "sort_buffer_size",
            "join_buffer_size",
            "read_buffer_size",
            "read_rnd_buffer_size",
            "binlog_cache_size",
            "net_buffer_length",
            "key_buffer_size",
            "tmp_table_size",
            "max_heap_table_size",
            "innodb_buffer_pool_size",
            "innodb_log_buffer_size",
            "query_cache_size",
            "aria_pagecache_buffer_size");
    private static final List<String> TIMES =
            List.of("interactive_timeout", "connect_timeout", "net_read_timeout", "net_write_timeout");

    private final ServerGroups groups;
    private final Map<String, MySqlOption> last = new HashMap<>();
    private final Map<String, MySqlOption> perhaps = new HashMap<>();
    private Optional<String> doubt;
    private boolean mariaDbWords;

    MySqlValues(ServerGroups groups, boolean inDoubt) {
        this.groups = groups;
        this.doubt = inDoubt ? Optional.of("no file says which my.cnf it runs with") : Optional.empty();
    }

    void read(OptionFile file) {
        for (MySqlOption option : file.options()) {
            mariaDbWords |= option.group().toLowerCase(Locale.ROOT).startsWith("mariadb");
            if (groups.reads(option.group())) {
                assign(option);
            } else if (groups.mayRead(option.group())) {
                perhaps.put(option.name(), option);
            }
        }
        file.missing().stream()
                .filter(lost -> !OF_THE_IMAGE.contains(lost.path().replaceFirst("/$", "")))
                .findFirst()
                .ifPresent(lost -> doubt = doubt.or(() ->
                        Optional.of("the include of '%s' at %s was not read".formatted(lost.path(), lost.origin()))));
    }

    void assign(MySqlOption option) {
        last.put(option.name(), option);
        perhaps.remove(option.name());
    }

    /** As its image says, or as the groups of its files do. */
    MySqlFlavour flavour() {
        return groups.flavour() == MySqlFlavour.UNKNOWN && mariaDbWords ? MySqlFlavour.MARIADB : groups.flavour();
    }

    /** Puts every typed variable into a part. */
    void into(Part.Builder part, String name) {
        part.with(Role.DB_MAX_CONNECTIONS, typed("max_connections", name, Optional::of))
                .role(
                        Role.DB_RESERVED,
                        Setting.defaulted("reserved", 0L, "MySQL, whose reserve is one beyond max_connections"))
                .with(typed("max_user_connections", name, most -> Optional.of(most == 0 ? Bound.UNLIMITED : most)))
                .with(
                        Role.DB_IDLE_TIMEOUT,
                        typed("wait_timeout", name, seconds -> Optional.of(Duration.ofSeconds(seconds))))
                .with(MySqlAssembler.superuser());
        TIMES.forEach(time -> part.with(typed(time, name, seconds -> Optional.of(Duration.ofSeconds(seconds)))));
        SIZES.forEach(size -> part.with(typed(size, name, bytes -> Optional.of(new Bytes(bytes)))));
        part.with(Role.STATEMENT_TIMEOUT, statementTimeout(name));
        Setting<Long> port = typed("port", name, Optional::of);
        part.with(port)
                .listens(new Address(
                        "*", port.isKnown() ? Optional.of(port.get().intValue()) : Optional.empty(), port.origin()));
    }

    /** MySQL counts milliseconds, and only for reading statements; MariaDB counts seconds, with a fraction. */
    private Setting<Duration> statementTimeout(String of) {
        if (flavour() != MySqlFlavour.MARIADB) {
            return typed(
                    "max_execution_time",
                    of,
                    millis -> Optional.of(millis == 0 ? Bound.FOREVER : Duration.ofMillis(millis)));
        }
        MySqlOption said = last.get("max_statement_time");
        if (said == null) {
            return Setting.defaulted("max_statement_time", Bound.FOREVER, "MariaDB");
        }
        return new Written(said.value().orElse(""), said.origin()).as("max_statement_time", text -> {
            if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
                return Optional.empty();
            }
            Duration time =
                    Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue());
            return Optional.of(time.isZero() ? Bound.FOREVER : time);
        });
    }

    /** A variable's value in force. */
    private <T> Setting<T> typed(String name, String of, Function<Long, Optional<T>> view) {
        MySqlVariable variable = MySqlVariable.named(name).orElseThrow();
        MySqlOption unsure = perhaps.get(name);
        if (unsure != null) {
            return Setting.unresolved(
                    name,
                    "the version of '%s': %s stands in a group of one version only, at %s"
                            .formatted(of, name, unsure.origin()),
                    unsure.origin());
        }
        MySqlOption said = last.get(name);
        if (said != null) {
            return written(variable, said, view);
        }
        if (doubt.isPresent()) {
            return Setting.unknown(name, "%s of '%s' (%s)".formatted(name, of, doubt.get()));
        }
        OptionalLong standard = variable.byDefault(flavour());
        if (standard.isEmpty()) {
            return Setting.unknown(
                    name, "%s of '%s' (its default hangs on the product and its version)".formatted(name, of));
        }
        String whose = flavour() == MySqlFlavour.MARIADB ? "MariaDB 10.11" : "MySQL 8.0";
        return Setting.defaulted(name, view.apply(standard.getAsLong()).orElseThrow(), whose);
    }

    private <T> Setting<T> written(MySqlVariable variable, MySqlOption said, Function<Long, Optional<T>> view) {
        String text = said.value().orElse("");
        OptionalLong value = variable.parse(said.name(), text, flavour());
        OptionalLong plain = MySqlNumber.parse(text);
        if (value.isPresent() && value.getAsLong() != plain.orElse(-1)) {
            String because = "which the server moves to its limit, " + value.getAsLong();
            return view.apply(value.getAsLong())
                    .map(moved -> Setting.replaced(said.name(), moved, text, said.origin(), because))
                    .orElseThrow();
        }
        return new Written(text, said.origin())
                .as(said.name(), one -> value.isPresent() ? view.apply(value.getAsLong()) : Optional.empty());
    }
}
