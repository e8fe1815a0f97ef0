package io.poolwright.config.pool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What HikariCP makes of the numbers written for a pool: most wrong ones are not refused but replaced, with one line in
 * the log. The replacements follow each other in HikariCP's own order, each against values already replaced.
 *
 * <p>Source: {@code HikariConfig}, its setters and {@code validateNumerics()}, 4.0.3 to 7.1.0. Times are milliseconds.
 *
 * @param maximumPoolSize connections
 * @param minimumIdle connections
 */
public record EffectiveHikari(
        Effective maximumPoolSize,
        Effective minimumIdle,
        Effective connectionTimeout,
        Effective validationTimeout,
        Effective idleTimeout,
        Effective maxLifetime,
        Effective keepaliveTime,
        Effective leakDetectionThreshold,
        Effective initializationFailTimeout) {

    /**
     * The effective values of a pool whose numbers came through Spring, JNDI or a program: plain numbers only.
     *
     * @param version empty when it is not known; what then differs by version is unknown
     */
    public static EffectiveHikari of(PoolSettings settings, Optional<HikariVersion> version) {
        return new HikariClamps(settings, version, false).run();
    }

    /** The effective values of a {@code hikari.properties}, which HikariCP reads itself, with suffixes from 6.3.0. */
    public static EffectiveHikari ofPropertiesFile(PoolSettings settings, Optional<HikariVersion> version) {
        return new HikariClamps(settings, version, true).run();
    }

    /** The lines that HikariCP logs while it starts with these values, without the pool's name, in its order. */
    public List<String> warnings() {
        return Stream.of(maxLifetime, keepaliveTime, leakDetectionThreshold, idleTimeout)
                .filter(setting -> setting.fate() == Fate.REPLACED || setting.fate() == Fate.IGNORED)
                .map(Effective::why)
                .toList();
    }

    /** Whether idle connections above a minimum are ever closed; empty when a size is not known. */
    public Optional<Boolean> elastic() {
        return minimumIdle.known() && maximumPoolSize.known()
                ? Optional.of(minimumIdle.value().getAsLong()
                        < maximumPoolSize.value().getAsLong())
                : Optional.empty();
    }
}
