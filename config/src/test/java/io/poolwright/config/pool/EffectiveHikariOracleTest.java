package io.poolwright.config.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HikariCP 7.1.0 agrees with us on every number, every replacement and every refusal. */
class EffectiveHikariOracleTest {
    private static final AtomicInteger VALUES = new AtomicInteger();
    private static final AtomicInteger LINES = new AtomicInteger();
    private static final AtomicInteger REFUSALS = new AtomicInteger();

    @Property(tries = 5000)
    void agreesWithHikariOverTheWholeSpace(@ForAll("pools") Map<String, String> written) {
        agree(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxLifetime=2000",
                "idleTimeout=3000 minimumIdle=2",
                "idleTimeout=300000",
                "idleTimeout=300000 minimumIdle=10",
                "keepaliveTime=10000",
                "maxLifetime=120000",
                "maxLifetime=120001",
                "maxLifetime=600000 minimumIdle=2",
                "maxLifetime=601000 minimumIdle=2",
                "connectionTimeout=0",
                "connectionTimeout=100",
                "connectionTimeout=249",
                "connectionTimeout=250",
                "leakDetectionThreshold=1000",
                "leakDetectionThreshold=1999",
                "leakDetectionThreshold=2000",
                "leakDetectionThreshold=1800000",
                "leakDetectionThreshold=1800001",
                "leakDetectionThreshold=-5",
                "validationTimeout=249",
                "validationTimeout=250",
                "validationTimeout=0",
                "minimumIdle=20",
                "minimumIdle=-1",
                "maximumPoolSize=0",
                "maxLifetime=0",
                "maxLifetime=-1",
                "maxLifetime=29999",
                "maxLifetime=30000",
                "keepaliveTime=29999",
                "keepaliveTime=30000",
                "keepaliveTime=0",
                "idleTimeout=-1",
                "idleTimeout=0 minimumIdle=1",
                "idleTimeout=9999 minimumIdle=1",
                "idleTimeout=10000 minimumIdle=1",
                "idleTimeout=5000 minimumIdle=1 maxLifetime=0",
                "connectionTimeout=30s",
                "maxLifetime=30m",
                "maxLifetime=30 m",
                "maxLifetime=soon"
            })
    void agreesWithHikariOnTheNamedCases(String line) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String setting : line.split(" (?=[a-z]+[A-Z])")) {
            written.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        agree(written);
    }

    @AfterContainer
    static void printTheCount() {
        System.out.printf(
                "HikariCP 7.1.0 agrees: %d values, %d log lines, %d refusals%n",
                VALUES.get(), LINES.get(), REFUSALS.get());
    }

    private static void agree(Map<String, String> written) {
        HikariOracle.Says hikari = HikariOracle.says(written);
        EffectiveHikari ours = ours(written);

        List<Effective> all = all(ours);
        List<String> refused = all.stream()
                .filter(setting -> setting.fate() == Fate.REFUSED)
                .map(Effective::why)
                .toList();
        if (hikari.refusal().isPresent()) {
            assertThat(refused).isNotEmpty();
            if (!hikari.refusal().get().startsWith("For input string")) {
                assertThat(refused).contains(hikari.refusal().get());
            }
            REFUSALS.incrementAndGet();
            return;
        }
        assertThat(refused).isEmpty();
        for (Effective setting : all) {
            assertThat(setting.value())
                    .as(setting.name())
                    .hasValue(hikari.values().get(setting.name()));
            VALUES.incrementAndGet();
        }
        assertThat(ours.warnings()).isEqualTo(hikari.warnings());
        LINES.addAndGet(hikari.warnings().size());
    }

    private static EffectiveHikari ours(Map<String, String> written) {
        List<Written> settings = new ArrayList<>();
        written.forEach((name, text) -> settings.add(new Written(name, text, new Origin("hikari.properties", 1))));
        return EffectiveHikari.ofPropertiesFile(PoolSettings.of(settings), Optional.of(new HikariVersion(7, 1, 0)));
    }

    private static List<Effective> all(EffectiveHikari pool) {
        return List.of(
                pool.maximumPoolSize(),
                pool.minimumIdle(),
                pool.connectionTimeout(),
                pool.validationTimeout(),
                pool.idleTimeout(),
                pool.maxLifetime(),
                pool.keepaliveTime(),
                pool.leakDetectionThreshold(),
                pool.initializationFailTimeout());
    }

    @Provide
    Arbitrary<Map<String, String>> pools() {
        Arbitrary<String> times = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        6,
                        Arbitraries.of(
                                        0, 1, 249, 250, 251, 999, 1000, 1999, 2000, 2001, 9999, 10000, 29999, 30000,
                                        30001, 60000, 119999, 120000, 120001, 599000, 599001, 600000, 1799999, 1800000,
                                        1800001, 3600000)
                                .map(String::valueOf)),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.longs().between(250, 4_000_000).map(String::valueOf)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("30s", "10m", "1h", "500ms", "1d", "-1")));
        Arbitrary<String> sizes = Arbitraries.integers().between(-1, 30).map(String::valueOf);
        Arbitrary<String> floors = Arbitraries.longs().between(245, 60_000).map(String::valueOf);
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.maps(
                                        Arbitraries.of(
                                                "idleTimeout",
                                                "maxLifetime",
                                                "keepaliveTime",
                                                "leakDetectionThreshold",
                                                "initializationFailTimeout"),
                                        times)
                                .ofMaxSize(5),
                        Arbitraries.maps(Arbitraries.of("maximumPoolSize", "minimumIdle"), sizes)
                                .ofMaxSize(2),
                        Arbitraries.maps(Arbitraries.of("connectionTimeout", "validationTimeout"), floors)
                                .ofMaxSize(2))
                .as((a, b, c) -> {
                    Map<String, String> together = new LinkedHashMap<>(a);
                    together.putAll(b);
                    together.putAll(c);
                    return together;
                });
    }
}
