package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Agroal pool of a Quarkus data source ({@code quarkus.datasource.jdbc.*}).
 *
 * <p>Source: {@code DataSourceJdbcRuntimeConfig} of quarkus-agroal 2.16 to 3.31: waits 5 s, no lifetime, 20 connections up
 * to 3.30 and 50 from 3.31. Bare numbers are seconds; zero is no limit.
 */
final class QuarkusPool {
    private static final String SOURCE = "quarkus-agroal, DataSourceJdbcRuntimeConfig";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).{0,60}");

    private QuarkusPool() {}

    static EffectivePool of(PoolSettings settings, Optional<String> version) {
        return new EffectivePool(
                PoolProduct.QUARKUS,
                maxSize(settings, version),
                settings.count(0, SOURCE, "minSize"),
                settings.time(1_000, 5_000, SOURCE, "acquisitionTimeout").endlessAtZero(),
                settings.time(1_000, 0, SOURCE, "maxLifetime").endlessAtZero(),
                settings.time(1_000, 300_000, SOURCE, "idleRemovalInterval").endlessAtZero(),
                named(
                        settings.time(1_000, 120_000, SOURCE, "backgroundValidationInterval"),
                        settings.time(1_000, 0, SOURCE, "leakDetectionInterval"),
                        settings.flag(false, SOURCE, "validateOnBorrow"),
                        settings.flag(true, SOURCE, "poolingEnabled")));
    }

    private static Effective maxSize(PoolSettings settings, Optional<String> version) {
        Effective max = settings.count(20, SOURCE, "maxSize");
        if (max.written().isPresent()) {
            return max;
        }
        Matcher number = VERSION.matcher(version.orElse("").strip());
        int known =
                number.matches() ? Integer.parseInt(number.group(1)) * 10_000 + Integer.parseInt(number.group(2)) : 0;
        if (known == 0) {
            return max.unknownFor("the version of Quarkus (20 connections before 3.31, 50 since)");
        }
        return known < 3_0031 ? max : Effective.defaulted("maxSize", 50, SOURCE);
    }
}
