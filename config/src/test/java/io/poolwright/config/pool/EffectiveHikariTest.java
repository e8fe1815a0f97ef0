package io.poolwright.config.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveHikariTest {
    @ParameterizedTest
    @CsvSource({"7.1.0, 120000", "6.2.1, 120000", "6.2.0, 0", "5.1.0, 0", "4.0.3, 0"})
    void idleConnectionsArePingedByDefaultSinceSixTwoOne(String version, long millis) {
        assertThat(hikari(version).keepaliveTime().value()).hasValue(millis);
    }

    @Test
    void withoutAVersionTheKeepaliveThatNobodyWroteIsUnknown() {
        assertThat(hikari(null).keepaliveTime().fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(hikari(null, "keepaliveTime", "60000").keepaliveTime().value())
                .hasValue(60_000);
    }

    @Test
    void withoutAVersionTheKeepaliveIsOffWhereItIsOffInEveryVersion() {
        assertThat(hikari(null, "maxLifetime", "120000").keepaliveTime().value())
                .hasValue(0);
        assertThat(hikari(null, "maxLifetime", "120001").keepaliveTime().fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void anUnknownLifetimeMakesWhatHangsOnItUnknown() {
        EffectiveHikari pool =
                hikari("7.1.0", "maxLifetime", "${LIFE}", "minimumIdle", "2", "leakDetectionThreshold", "5000");

        assertThat(pool.maxLifetime().fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(pool.keepaliveTime().why()).isEqualTo("maxLifetime");
        assertThat(pool.idleTimeout().why()).isEqualTo("maxLifetime");
        assertThat(pool.leakDetectionThreshold().why()).isEqualTo("maxLifetime");
        assertThat(pool.maximumPoolSize().value()).hasValue(10);
    }

    @Test
    void whatIsWrongWhateverTheLifetimeIsKnown() {
        EffectiveHikari pool =
                hikari("7.1.0", "maxLifetime", "${LIFE}", "keepaliveTime", "10000", "leakDetectionThreshold", "1");

        assertThat(pool.keepaliveTime().value()).hasValue(0);
        assertThat(pool.leakDetectionThreshold().value()).hasValue(0);
    }

    @Test
    void aSuffixIsRefusedWhereOnlyNumbersAreRead() {
        Effective timeout = hikari("7.1.0", "connectionTimeout", "30s").connectionTimeout();

        assertThat(timeout.fate()).isEqualTo(Fate.REFUSED);
        assertThat(timeout.why()).isEqualTo("'30s' is not a whole number");
    }

    @ParameterizedTest
    @CsvSource({"6.3.0, KEPT", "6.2.1, REFUSED", ", UNKNOWN"})
    void hikarisOwnFileReadsSuffixesSinceSixThree(String version, Fate fate) {
        EffectiveHikari pool = EffectiveHikari.ofPropertiesFile(
                settings("maxLifetime", "30m"), Optional.ofNullable(version).flatMap(HikariVersion::of));

        assertThat(pool.maxLifetime().fate()).isEqualTo(fate);
    }

    @Test
    void theLastSpellingCounts() {
        EffectiveHikari pool = hikari("7.1.0", "maximum-pool-size", "5", "MAXIMUM_POOL_SIZE", "7");

        assertThat(pool.maximumPoolSize().value()).hasValue(7);
        assertThat(pool.maximumPoolSize().origin()).contains(new Origin("f", 3));
    }

    @ParameterizedTest
    @CsvSource({"7.1.0, 7.1.0", "6.3, 6.3.0", "7.0.2-SNAPSHOT, 7.0.2", "5.1.0.Final, 5.1.0"})
    void versionsAreRead(String text, String version) {
        assertThat(HikariVersion.of(text)).hasToString("Optional[" + version + "]");
    }

    @Test
    void whatNamesNoVersionIsNone() {
        assertThat(HikariVersion.of("latest")).isEmpty();
        assertThat(HikariVersion.of("${hikari.version}")).isEmpty();
    }

    @Test
    void theSpreadOfALifetimeGrewInSixOne() {
        assertThat(new HikariVersion(6, 0, 0).lifetimeSpread()).isEqualTo(0.025);
        assertThat(new HikariVersion(6, 1, 0).lifetimeSpread()).isEqualTo(0.25);
    }

    private static EffectiveHikari hikari(String version, String... settings) {
        return EffectiveHikari.of(
                settings(settings), Optional.ofNullable(version).flatMap(HikariVersion::of));
    }

    private static PoolSettings settings(String... settings) {
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < settings.length; i += 2) {
            written.add(new Written(settings[i], settings[i + 1], new Origin("f", i + 1)));
        }
        return PoolSettings.of(written);
    }
}
