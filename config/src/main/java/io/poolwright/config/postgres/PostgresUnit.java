package io.poolwright.config.postgres;

import java.util.List;

/**
 * A unit that PostgreSQL accepts behind a number.
 *
 * <p>Source: PostgreSQL 18 manual, 19.1.1 "Parameter Names and Values"; guc.c, convert_to_base_unit.
 *
 * @param name in the case that PostgreSQL asks for
 * @param size in the unit that the parameter counts in
 */
record PostgresUnit(String name, double size) {

    /**
     * The units of memory, from large to small.
     *
     * @param base the unit of the parameter, in bytes
     */
    static List<PostgresUnit> memory(double base) {
        return List.of(
                new PostgresUnit("TB", (1L << 40) / base),
                new PostgresUnit("GB", (1L << 30) / base),
                new PostgresUnit("MB", (1L << 20) / base),
                new PostgresUnit("kB", (1L << 10) / base),
                new PostgresUnit("B", 1 / base));
    }

    /**
     * The units of time, from large to small.
     *
     * @param base the unit of the parameter, in microseconds
     */
    static List<PostgresUnit> time(double base) {
        return List.of(
                new PostgresUnit("d", 86_400_000_000d / base),
                new PostgresUnit("h", 3_600_000_000d / base),
                new PostgresUnit("min", 60_000_000d / base),
                new PostgresUnit("s", 1_000_000d / base),
                new PostgresUnit("ms", 1_000d / base),
                new PostgresUnit("us", 1 / base));
    }
}
