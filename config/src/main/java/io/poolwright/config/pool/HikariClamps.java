package io.poolwright.config.pool;

import java.util.Optional;
import java.util.OptionalLong;

/** HikariCP's setters and replacements, run once over the settings of one pool. */
final class HikariClamps {
    private static final String SOURCE = "HikariCP, HikariConfig";
    private static final long MAX_LIFETIME = 1_800_000;
    private static final long IDLE_TIMEOUT = 600_000;
    private static final long KEEPALIVE = 120_000;
    private static final long SOFT_FLOOR = 250;
    private static final long HALF_MINUTE = 30_000;

    private final PoolSettings settings;
    private final Optional<HikariVersion> version;
    private final boolean propertiesFile;

    HikariClamps(PoolSettings settings, Optional<HikariVersion> version, boolean propertiesFile) {
        this.settings = settings;
        this.version = version;
        this.propertiesFile = propertiesFile;
    }

    EffectiveHikari run() {
        Effective max = refusing(settings.count(10, SOURCE, "maximumPoolSize"), 1, "maxPoolSize cannot be less than 1");
        Effective connection = connectionTimeout();
        Effective validation =
                refusing(time("validationTimeout", 5_000), SOFT_FLOOR, "validationTimeout cannot be less than 250ms");
        Effective lifetime = lifetime();
        Effective keepalive = keepalive(lifetime);
        Effective leak = leak(lifetime);
        Effective min = minimumIdle(max);
        Effective idle = idle(lifetime, min, max);
        return new EffectiveHikari(
                max,
                min,
                connection,
                validation,
                idle,
                lifetime,
                keepalive,
                leak,
                time("initializationFailTimeout", 1));
    }

    private Effective connectionTimeout() {
        Effective written = time("connectionTimeout", 30_000);
        if (written.is(0)) {
            return written.replaced(Integer.MAX_VALUE, "zero waits for 2147483647 ms, 24.8 days");
        }
        return refusing(written, SOFT_FLOOR, "connectionTimeout cannot be less than 250ms");
    }

    private Effective lifetime() {
        Effective written = time("maxLifetime", MAX_LIFETIME);
        return written.known() && !written.is(0) && number(written) < HALF_MINUTE
                ? written.replaced(MAX_LIFETIME, "maxLifetime is less than 30000ms, setting to default 1800000ms.")
                : written;
    }

    private Effective keepalive(Effective lifetime) {
        Effective written = time("keepaliveTime", KEEPALIVE);
        if (written.written().isEmpty() && version.isEmpty()) {
            boolean offEitherWay = lifetime.known() && !lifetime.is(0) && number(lifetime) <= KEEPALIVE;
            return offEitherWay
                    ? Effective.defaulted("keepaliveTime", 0, "off before HikariCP 6.2.1, and above maxLifetime since")
                    : written.unknownFor("the version of HikariCP (off before 6.2.1, 120000 ms since)");
        }
        if (written.written().isEmpty() && !version.orElseThrow().pingsByDefault()) {
            return Effective.defaulted("keepaliveTime", 0, SOURCE + " before 6.2.1");
        }
        if (!written.known() || written.is(0)) {
            return written;
        }
        if (number(written) < HALF_MINUTE) {
            return written.replaced(0, "keepaliveTime is less than 30000ms, disabling it.");
        }
        if (!lifetime.known()) {
            return written.unknownFor("maxLifetime");
        }
        return !lifetime.is(0) && number(written) >= number(lifetime)
                ? written.replaced(0, "keepaliveTime is greater than or equal to maxLifetime, disabling it.")
                : written;
    }

    private Effective leak(Effective lifetime) {
        Effective written = time("leakDetectionThreshold", 0);
        String words = "leakDetectionThreshold is less than 2000ms or more than maxLifetime, disabling it.";
        if (!written.known() || number(written) <= 0) {
            return written;
        }
        if (number(written) < 2_000) {
            return written.replaced(0, words);
        }
        if (!lifetime.known()) {
            return written.unknownFor("maxLifetime");
        }
        return number(lifetime) > 0 && number(written) > number(lifetime) ? written.replaced(0, words) : written;
    }

    private Effective minimumIdle(Effective max) {
        Effective written = refusing(settings.count(-1, SOURCE, "minimumIdle"), 0, "minimumIdle cannot be negative");
        if (written.fate() == Fate.REFUSED || written.fate() == Fate.UNKNOWN) {
            return written;
        }
        if (!max.known()) {
            return written.unknownFor("maximumPoolSize");
        }
        if (written.written().isEmpty()) {
            return Effective.defaulted("minimumIdle", number(max), "as maximumPoolSize");
        }
        return number(written) > number(max)
                ? written.replaced(number(max), "minimumIdle is above maximumPoolSize and becomes the same")
                : written;
    }

    private Effective idle(Effective lifetime, Effective min, Effective max) {
        Effective written = refusing(time("idleTimeout", IDLE_TIMEOUT), 0, "idleTimeout cannot be negative");
        if (!written.known()) {
            return written;
        }
        if (!min.known() || !max.known()) {
            return written.unknownFor(min.known() ? "maximumPoolSize" : "minimumIdle");
        }
        boolean elastic = number(min) < number(max);
        if (!elastic) {
            return written.is(0) || written.is(IDLE_TIMEOUT)
                    ? written
                    : written.ignored("idleTimeout has been set but has no effect because the pool is operating as a"
                            + " fixed size pool.");
        }
        if (!lifetime.known()) {
            return written.unknownFor("maxLifetime");
        }
        if (number(written) + 1_000 > number(lifetime) && number(lifetime) > 0) {
            return written.replaced(0, "idleTimeout is close to or more than maxLifetime, disabling it.");
        }
        return !written.is(0) && number(written) < 10_000
                ? written.replaced(IDLE_TIMEOUT, "idleTimeout is less than 10000ms, setting to default 600000ms.")
                : written;
    }

    private Effective time(String name, long otherwise) {
        Effective plain = settings.bareTime(1, otherwise, SOURCE, name);
        if (!propertiesFile || plain.fate() != Fate.REFUSED) {
            return plain;
        }
        OptionalLong suffixed =
                HikariSuffix.millis(plain.written().orElseThrow().text());
        if (suffixed.isEmpty()
                || version.filter(known -> !known.readsSuffixes()).isPresent()) {
            return plain;
        }
        return version.isPresent()
                ? Effective.kept(name, plain.written().orElseThrow(), suffixed.getAsLong())
                : plain.unknownFor("the version of HikariCP (suffixes are read since 6.3.0)");
    }

    private static Effective refusing(Effective written, long least, String words) {
        return written.written().isPresent() && written.known() && number(written) < least
                ? Effective.refused(written.name(), written.written().orElseThrow(), words)
                : written;
    }

    private static long number(Effective known) {
        return known.value().orElseThrow();
    }
}
