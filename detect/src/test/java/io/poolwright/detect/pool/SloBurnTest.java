package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.detect.pool.BurnRate.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SloBurnTest {
    private final SloBurn slo = new SloBurn(0.999);
    private double total;
    private double bad;
    private Instant at = Story.START;

    private SloBurnTest run(Duration time, int interval, double share) {
        for (long left = time.toSeconds(); left > 0; left -= interval) {
            at = at.plusSeconds(interval);
            total += 100 * interval;
            bad += 100 * interval * share;
            slo.take(at, total, bad);
        }
        return this;
    }

    private BurnRate rate(Rule rule) {
        return slo.rates().get(rule.ordinal());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0145, true", "1, 0.0143, false", "15, 0.0145, true", "60, 0.0145, true", "60, 0.0143, false"})
    void anHourAtFourteenBudgetsIsFast(int interval, double share, boolean burns) {
        run(Duration.ofMinutes(70), interval, share);

        assertThat(rate(Rule.FAST).burns()).isEqualTo(burns);
        assertThat(rate(Rule.FAST).longRate().orElseThrow()).isCloseTo(share * 1000, within(0.05));
    }

    @Test
    void whatIsOverNoLongerBurns() {
        run(Duration.ofMinutes(60), 15, 0.05).run(Duration.ofMinutes(7), 15, 0);

        assertThat(rate(Rule.FAST).longRate().orElseThrow()).isGreaterThan(14.4);
        assertThat(rate(Rule.FAST).burns()).isFalse();
    }

    @Test
    void aWindowLongerThanTheHistoryIsUnknown() {
        run(Duration.ofMinutes(50), 15, 0.5);

        assertThat(rate(Rule.FAST).shortRate()).isPresent();
        assertThat(rate(Rule.FAST).known()).isFalse();
        assertThat(rate(Rule.FAST).burns()).isFalse();
        assertThat(rate(Rule.SLOW).known()).isFalse();
    }

    @Test
    void threeDaysAtTheBudgetAreSlow() {
        run(Duration.ofHours(73), 60, 0.0012);

        assertThat(rate(Rule.SLOW).burns()).isTrue();
        assertThat(rate(Rule.MEDIUM).burns()).isFalse();
    }

    @Test
    void noTrafficBurnsNothing() {
        for (int i = 0; i < 100; i++) {
            slo.take(at.plusSeconds(60L * i), 500, 20);
        }

        assertThat(rate(Rule.FAST).longRate()).hasValue(0);
    }

    @Test
    void aCounterThatStartsAnewLeavesItsTimeUnseen() {
        run(Duration.ofMinutes(70), 15, 0);
        total = 0;
        bad = 0;
        run(Duration.ofMinutes(5), 15, 0);

        assertThat(rate(Rule.FAST).longRate()).hasValue(0);
    }

    @Test
    void aLookThatIsNotLaterIsRefused() {
        assertThat(slo.take(at, 10, 0)).isTrue();
        assertThat(slo.take(at, 20, 5)).isFalse();
        assertThat(slo.take(at.minusSeconds(1), 20, 5)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 99.9, Double.NaN})
    void anObjectiveIsAShare(double objective) {
        assertThatThrownBy(() -> new SloBurn(objective))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("objective: found " + objective + "; accepted: a share between 0 and 1, such as 0.999");
    }

    @Property(tries = 200)
    void isNeverNegativeNorMoreThanTheBudgetAllows(@ForAll long seed) {
        Random random = new Random(seed);
        SloBurn any = new SloBurn(0.99);
        long now = 0;
        for (int i = 0; i < 400; i++) {
            now += random.nextInt(120_000) - 5_000;
            any.take(
                    Instant.ofEpochMilli(now),
                    random.nextInt(9) == 0 ? Double.NaN : random.nextInt(1000) * i,
                    random.nextInt(9) == 0 ? -1 : random.nextInt(100) * i);
        }

        for (BurnRate rate : any.rates()) {
            rate.shortRate().ifPresent(it -> assertThat(it).isBetween(0.0, 100.001));
            rate.longRate().ifPresent(it -> assertThat(it).isBetween(0.0, 100.001));
        }
    }
}
