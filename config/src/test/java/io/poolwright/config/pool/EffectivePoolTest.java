package io.poolwright.config.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectivePoolTest {
    private static final long EVER = Effective.FOREVER;

    @ParameterizedTest(name = "{0} {1}: {2}, {3}, {4}, {5}, {6}")
    @CsvSource({
        "HIKARI,       7.1.0,  10,         10, 30000,               1800000,             600000",
        "TOMCAT_JDBC,  ,       100,        10, 30000,               9223372036854775807, 60000",
        "DBCP2,        ,       8,          0,  9223372036854775807, 9223372036854775807, 1800000",
        "C3P0,         ,       15,         3,  9223372036854775807, 9223372036854775807, 9223372036854775807",
        "DRUID,        ,       8,          0,  9223372036854775807, 9223372036854775807, 25200000",
        "AGROAL,       ,       2147483647, 0,  9223372036854775807, 9223372036854775807, 9223372036854775807",
        "QUARKUS,      3.15.1, 20,         0,  5000,                9223372036854775807, 300000",
        "QUARKUS,      3.31.0, 50,         0,  5000,                9223372036854775807, 300000",
        "VIBUR,        26.0,   50,         5,  15000,               9223372036854775807, 5000",
        "VIBUR,        16.1,   100,        10, 30000,               9223372036854775807, 5000",
        "R2DBC_POOL,   ,       10,         0,  9223372036854775807, 9223372036854775807, 1800000"
    })
    void whatNobodyWroteIsTheProductsDefault(
            PoolProduct product, String version, long max, long min, long wait, long lifetime, long idle) {
        EffectivePool pool = pool(product, version);

        assertThat(pool.maxSize().value()).hasValue(max);
        assertThat(pool.minIdle().value()).hasValue(min);
        assertThat(pool.acquireTimeout().value()).hasValue(wait);
        assertThat(pool.maxLifetime().value()).hasValue(lifetime);
        assertThat(pool.idleTimeout().value()).hasValue(idle);
        assertThat(pool.maxSize().fate()).isEqualTo(Fate.DEFAULTED);
    }

    @Test
    void aDefaultThatTheVersionDecidesIsUnknownWithoutIt() {
        assertThat(pool(PoolProduct.QUARKUS, null).maxSize().fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(pool(PoolProduct.VIBUR, null).maxSize().fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(pool(PoolProduct.VIBUR, "20.0").acquireTimeout().fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(pool(PoolProduct.QUARKUS, null, "max-size", "7").maxSize().value())
                .hasValue(7);
    }

    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource({
        "TOMCAT_JDBC, max-wait, 0, 9223372036854775807",
        "TOMCAT_JDBC, maxWait, 5000, 5000",
        "DBCP2, max-wait-millis, -1, 9223372036854775807",
        "DBCP2, maxWaitMillis, 0, 0",
        "DBCP2, MAX_WAIT_MILLIS, 5000, 5000",
        "DBCP2, maxWait, 5000, 9223372036854775807",
        "C3P0, checkoutTimeout, 5000, 5000",
        "DRUID, max-wait, 60000, 60000",
        "DRUID, maxWait, 0, 9223372036854775807",
        "AGROAL, acquisitionTimeout_s, 5, 5000",
        "AGROAL, acquisitionTimeout_ms, 5, 5",
        "AGROAL, acquisitionTimeout, PT5S, 5000",
        "QUARKUS, acquisition-timeout, 0, 9223372036854775807",
        "QUARKUS, acquisition-timeout, 10, 10000",
        "QUARKUS, acquisition-timeout, 10S, 10000",
        "QUARKUS, acquisition-timeout, PT10S, 10000",
        "R2DBC_POOL, max-acquire-time, 3s, 3000",
        "R2DBC_POOL, maxAcquireTime, PT3S, 3000",
        "R2DBC_POOL, maxAcquireTime, -1, 9223372036854775807",
        "VIBUR, connectionTimeoutInMs, 0, 9223372036854775807",
        "MARIADB_POOL, connectTimeout, 5000, 5000"
    })
    void theWaitIsReadInTheProductsUnit(PoolProduct product, String key, String text, long millis) {
        assertThat(pool(product, null, key, text).acquireTimeout().value()).hasValue(millis);
    }

    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource({
        "TOMCAT_JDBC, max-age, 1800000, 1800000",
        "DBCP2, max-conn-lifetime-millis, 1800000, 1800000",
        "DBCP2, maxConnDuration, 30m, 1800000",
        "C3P0, maxConnectionAge, 1800, 1800000",
        "DRUID, phy-timeout-millis, 1800000, 1800000",
        "QUARKUS, max-lifetime, 30M, 1800000",
        "R2DBC_POOL, max-life-time, 30m, 1800000"
    })
    void theLifetimeIsReadInTheProductsUnit(PoolProduct product, String key, String text, long millis) {
        assertThat(pool(product, null, key, text).maxLifetime().value()).hasValue(millis);
    }

    @Test
    void hibernatesNamesOfC3p0AreRead() {
        EffectivePool pool = pool(PoolProduct.C3P0, null, "max_size", "20", "timeout", "300", "idle_test_period", "60");

        assertThat(pool.maxSize().value()).hasValue(20);
        assertThat(pool.idleTimeout().value()).hasValue(300_000);
        assertThat(pool.more("idleConnectionTestPeriod").value()).hasValue(60_000);
    }

    @Test
    void tomcatCutsTheMinimumToTheMaximum() {
        EffectivePool pool = pool(PoolProduct.TOMCAT_JDBC, null, "maxActive", "5");

        assertThat(pool.minIdle().value()).hasValue(5);
        assertThat(pool.minIdle().fate()).isEqualTo(Fate.REPLACED);
        assertThat(pool(PoolProduct.TOMCAT_JDBC, null, "maxActive", "0")
                        .maxSize()
                        .value())
                .hasValue(100);
    }

    @Test
    void theMariadbPoolKeepsAllItMayOpen() {
        assertThat(pool(PoolProduct.MARIADB_POOL, null, "maxPoolSize", "30")
                        .minIdle()
                        .value())
                .hasValue(30);
    }

    @Property(tries = 4000)
    void anySettingHasAValueOrAReason(
            @ForAll PoolProduct product, @ForAll("texts") String text, @ForAll("versions") String version) {
        EffectivePool bare = pool(product, version);
        List<String> settings = new ArrayList<>();
        bare.more().keySet().forEach(name -> settings.addAll(List.of(name, text)));
        List.of(bare.maxSize(), bare.minIdle(), bare.acquireTimeout(), bare.maxLifetime(), bare.idleTimeout())
                .forEach(setting -> settings.addAll(List.of(setting.name(), text)));

        EffectivePool pool = pool(product, version, settings.toArray(String[]::new));

        pool.more().values().forEach(EffectivePoolTest::hasAValueOrAReason);
        hasAValueOrAReason(pool.maxSize());
        hasAValueOrAReason(pool.acquireTimeout());
    }

    private static void hasAValueOrAReason(Effective setting) {
        assertThat(setting.known() || !setting.why().isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(
                        "30s",
                        "PT",
                        "PT5S",
                        "P-1D",
                        "PT9999999999999999H",
                        "1e9",
                        "0x10",
                        "-0",
                        "${A}",
                        "true",
                        "99999999999999999999",
                        "9223372036854775807",
                        "10_000",
                        "\u0663",
                        "5 m"),
                Arbitraries.longs().map(String::valueOf));
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8), Arbitraries.of("3.31.0", "26.0", "7.1.0", "6.2"));
    }

    private static EffectivePool pool(PoolProduct product, String version, String... settings) {
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < settings.length; i += 2) {
            written.add(new Written(settings[i], settings[i + 1], new Origin("f", i + 1)));
        }
        return EffectivePool.of(product, PoolSettings.of(written), Optional.ofNullable(version));
    }
}
