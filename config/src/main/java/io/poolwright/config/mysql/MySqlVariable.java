package io.poolwright.config.mysql;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A system variable whose value we type: whole numbers in the variable's own unit, moved silently to its limits.
 *
 * <p>Source: MySQL Reference Manual 8.0, 5.1.8 "Server System Variables"; limits and defaults of MariaDB confirmed with
 * {@code mariadbd --help --verbose} of 10.11.
 *
 * @param unit of its number
 * @param least smaller values become this one
 * @param most larger values become this one
 * @param inMySql default of MySQL 8.0; negative where it does not have the variable, or computes the default
 * @param inMariaDb default of MariaDB 10.11; negative likewise
 */
public record MySqlVariable(Unit unit, long least, long most, long inMySql, long inMariaDb) {
    /** What a variable's number counts. */
    public enum Unit {
        COUNT,
        SECONDS,
        MILLISECONDS,
        BYTES
    }

    private static final long YEAR = 31_536_000;
    private static final long GIB = 1L << 30;
    private static final long ANY = Long.MAX_VALUE;

    private static final Map<String, MySqlVariable> ALL = Map.ofEntries(
            entry("port", new MySqlVariable(Unit.COUNT, 0, 65_535, 3_306, 3_306)),
            entry("max_connections", new MySqlVariable(Unit.COUNT, 1, 100_000, 151, 151)),
            entry("max_user_connections", new MySqlVariable(Unit.COUNT, 0, Integer.MAX_VALUE, 0, 0)),
            entry("back_log", new MySqlVariable(Unit.COUNT, 0, 65_535, -1, -1)),
            entry("thread_cache_size", new MySqlVariable(Unit.COUNT, 0, 16_384, -1, -1)),
            entry("wait_timeout", new MySqlVariable(Unit.SECONDS, 1, YEAR, 28_800, 28_800)),
            entry("interactive_timeout", new MySqlVariable(Unit.SECONDS, 1, YEAR, 28_800, 28_800)),
            entry("connect_timeout", new MySqlVariable(Unit.SECONDS, 2, YEAR, 10, 10)),
            entry("net_read_timeout", new MySqlVariable(Unit.SECONDS, 1, YEAR, 30, 30)),
            entry("net_write_timeout", new MySqlVariable(Unit.SECONDS, 1, YEAR, 60, 60)),
            entry("lock_wait_timeout", new MySqlVariable(Unit.SECONDS, 0, YEAR, YEAR, 86_400)),
            entry("innodb_lock_wait_timeout", new MySqlVariable(Unit.SECONDS, 0, 1_073_741_824, 50, 50)),
            entry("idle_transaction_timeout", new MySqlVariable(Unit.SECONDS, 0, YEAR, -1, 0)),
            entry("max_execution_time", new MySqlVariable(Unit.MILLISECONDS, 0, 4_294_967_295L, 0, -1)),
            entry("thread_stack", new MySqlVariable(Unit.BYTES, 131_072, ANY, 1_048_576, 299_008)),
            entry("sort_buffer_size", new MySqlVariable(Unit.BYTES, 1_024, ANY, 262_144, 2_097_152)),
            entry("join_buffer_size", new MySqlVariable(Unit.BYTES, 128, ANY, 262_144, 262_144)),
            entry("read_buffer_size", new MySqlVariable(Unit.BYTES, 8_192, 2_147_479_552, 131_072, 131_072)),
            entry("read_rnd_buffer_size", new MySqlVariable(Unit.BYTES, 1, 2_147_483_647, 262_144, 262_144)),
            entry("binlog_cache_size", new MySqlVariable(Unit.BYTES, 4_096, ANY, 32_768, 32_768)),
            entry("net_buffer_length", new MySqlVariable(Unit.BYTES, 1_024, 1_048_576, 16_384, 16_384)),
            entry("max_allowed_packet", new MySqlVariable(Unit.BYTES, 1_024, GIB, 67_108_864, 16_777_216)),
            entry("key_buffer_size", new MySqlVariable(Unit.BYTES, 0, ANY, 8_388_608, 134_217_728)),
            entry("tmp_table_size", new MySqlVariable(Unit.BYTES, 0, ANY, 16_777_216, 16_777_216)),
            entry("max_heap_table_size", new MySqlVariable(Unit.BYTES, 16_384, ANY, 16_777_216, 16_777_216)),
            entry("innodb_buffer_pool_size", new MySqlVariable(Unit.BYTES, 2_097_152, ANY, 134_217_728, 134_217_728)),
            entry("innodb_log_buffer_size", new MySqlVariable(Unit.BYTES, 262_144, ANY, 16_777_216, 16_777_216)),
            entry("query_cache_size", new MySqlVariable(Unit.BYTES, 0, ANY, -1, 1_048_576)),
            entry("aria_pagecache_buffer_size", new MySqlVariable(Unit.BYTES, 131_072, ANY, -1, 134_217_728)));

    /** The variable of a name in lower case with underscores, where we type it. */
    public static Optional<MySqlVariable> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The names of all variables that we type. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** The value in force; empty where the server would refuse what is written. */
    public OptionalLong parse(String name, String written, MySqlFlavour flavour) {
        OptionalLong number = MySqlNumber.parse(written);
        if (number.isEmpty() || number.getAsLong() < 0) {
            return OptionalLong.empty();
        }
        long floor = name.equals("max_connections") && flavour == MySqlFlavour.MARIADB ? 10 : least;
        return OptionalLong.of(Math.min(Math.max(number.getAsLong(), floor), most));
    }

    /** Its default; empty where that is computed or differs, as it does when the flavour is not known. */
    public OptionalLong byDefault(MySqlFlavour flavour) {
        long value =
                switch (flavour) {
                    case MYSQL -> inMySql;
                    case MARIADB -> inMariaDb;
                    case UNKNOWN -> inMySql == inMariaDb ? inMySql : -1;
                };
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Whether an option takes its value from the next word of a command line; true for all that we type. */
    static boolean takesValue(String written) {
        return ALL.containsKey(written.toLowerCase(Locale.ROOT).replace('-', '_'));
    }
}
