package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vibur DBCP.
 *
 * <p>Source: {@code ViburConfig} of vibur-dbcp 16.1, 22.2, 25.0 and 26.0: 100 connections, 30 s and 1000 ms between attempts
 * in the first, 50, 15 s and 500 ms in the others. Of a version between them, or of none, these defaults are unknown.
 */
final class ViburPool {
    private static final String SOURCE = "vibur-dbcp, ViburConfig";
    private static final String MISSING = "the version of Vibur (the defaults changed between 16.1 and 22.2)";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(?:\\..{0,60})?");

    private ViburPool() {}

    static EffectivePool of(PoolSettings settings, Optional<String> version) {
        Matcher number = VERSION.matcher(version.orElse("").strip());
        int major = number.matches() ? Integer.parseInt(number.group(1)) : 0;
        return new EffectivePool(
                PoolProduct.VIBUR,
                gated(settings.count(major >= 22 ? 50 : 100, SOURCE, "poolMaxSize"), major),
                gated(settings.count(major >= 22 ? 5 : 10, SOURCE, "poolInitialSize"), major),
                gated(settings.bareTime(1, major >= 22 ? 15_000 : 30_000, SOURCE, "connectionTimeoutInMs"), major)
                        .endlessAtZero(),
                Effective.defaulted("maxLifetime", Effective.FOREVER, "Vibur has none"),
                settings.bareTime(1_000, 5_000, SOURCE, "connectionIdleLimitInSeconds"),
                named(
                        settings.bareTime(1_000, 5_000, SOURCE, "loginTimeoutInSeconds"),
                        settings.count(3, SOURCE, "acquireRetryAttempts"),
                        gated(
                                settings.bareTime(1, major >= 22 ? 500 : 1_000, SOURCE, "acquireRetryDelayInMs"),
                                major)));
    }

    private static Effective gated(Effective setting, int major) {
        boolean known = major >= 22 || (major > 0 && major <= 16);
        return known || setting.written().isPresent() ? setting : setting.unknownFor(MISSING);
    }
}
