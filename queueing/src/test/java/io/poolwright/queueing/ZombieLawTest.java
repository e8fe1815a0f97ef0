package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ZombieLawTest {
    @Test
    void agreesWithTheMeasuredOutage() {
        // 20 per mille of 200/s run for 1.5 to 5 s against a timeout of 1 s: 10.0 zombies were measured.
        assertThat(ZombieLaw.zombies(4, 2.25)).isEqualTo(9);
    }

    @Test
    void countsOnlyWhatRunsPastTheTimeout() {
        double[] durations = {0.5, 1.0, 3.0};

        assertThat(ZombieLaw.zombiesAt(3, durations, 1)).isCloseTo(2, within(1e-9));
        assertThat(ZombieLaw.zombiesAt(3, durations, 3)).isZero();
    }

    @Test
    void matchesTheClosedFormForExponentialService() {
        // E[(T - t)+] = e^(-mu t)/mu
        Random random = new Random(7);
        double[] durations =
                random.doubles(200_000).map(u -> -Math.log(1 - u) * 2).toArray();

        double zombies = ZombieLaw.zombiesAt(5, durations, 1.5);

        assertThat(zombies).isCloseTo(5 * 2 * Math.exp(-1.5 / 2), within(0.05));
    }

    @Test
    void inverts() {
        assertThat(ZombieLaw.meanExcess(9, 4)).isEqualTo(2.25);
        assertThatThrownBy(() -> ZombieLaw.meanExcess(9, 0)).hasMessage("rate must be more than 0, was 0.0");
        assertThatThrownBy(() -> ZombieLaw.zombiesAt(1, new double[0], 1)).hasMessage("no durations");
    }

    @Test
    void awaitedAndZombiesAreAllThatRun() {
        double awaited = ZombieLaw.exponentialAwaited(200, 0.05, 0.1);
        double zombies = ZombieLaw.exponentialZombies(200, 0.05, 0.1);

        assertThat(zombies).isCloseTo(10 * Math.exp(-2), within(1e-12));
        assertThat(awaited + zombies).isCloseTo(10, within(1e-12));
        assertThat(ZombieLaw.exponentialZombies(200, 0.05, 0)).isEqualTo(10);
        assertThatThrownBy(() -> ZombieLaw.exponentialZombies(1, 1, Double.NaN))
                .hasMessage("timeout must be 0 or more, was NaN");
    }
}
