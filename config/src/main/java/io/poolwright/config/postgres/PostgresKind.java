package io.poolwright.config.postgres;

import java.util.List;
import java.util.OptionalLong;

/** What a parameter's number means. */
public enum PostgresKind {
    COUNT,
    KILOBYTES,
    /** Blocks of 8 kB. */
    BLOCKS,
    MEGABYTES,
    MILLISECONDS,
    SECONDS,
    MINUTES,
    /** On (1) or off (0). */
    SWITCH;

    /** The value in the unit of this kind; empty where PostgreSQL would refuse it. */
    public OptionalLong parse(String written) {
        List<PostgresUnit> units =
                switch (this) {
                    case COUNT, SWITCH -> List.of();
                    case KILOBYTES -> PostgresUnit.memory(1L << 10);
                    case BLOCKS -> PostgresUnit.memory(1L << 13);
                    case MEGABYTES -> PostgresUnit.memory(1L << 20);
                    case MILLISECONDS -> PostgresUnit.time(1_000);
                    case SECONDS -> PostgresUnit.time(1_000_000);
                    case MINUTES -> PostgresUnit.time(60_000_000);
                };
        return this == SWITCH ? PostgresNumber.onOrOff(written) : PostgresNumber.parse(written, units);
    }
}
