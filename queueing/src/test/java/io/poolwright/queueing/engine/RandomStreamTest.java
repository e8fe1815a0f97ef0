package io.poolwright.queueing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 2_000_000;

    @Test
    void theSamePurposeGivesTheSameStreamAndAnotherAnother() {
        RandomGenerator one = new RandomStreams(5).stream(1);
        RandomGenerator same = new RandomStreams(5).stream(1);
        RandomGenerator otherPurpose = new RandomStreams(5).stream(2);
        RandomGenerator otherSeed = new RandomStreams(6).stream(1);

        long first = one.nextLong();

        assertThat(same.nextLong()).isEqualTo(first);
        assertThat(otherPurpose.nextLong()).isNotEqualTo(first);
        assertThat(otherSeed.nextLong()).isNotEqualTo(first);
    }

    @Test
    void followsTheGeneratorItIsCalledAfter() {
        // xoshiro256++ from state 1, 2, 3, 4: rotl(1 + 4, 23) + 1, then with the state stepped by hand.
        RandomStream stream = new RandomStream(1, 2, 3, 4);

        assertThat(stream.nextLong()).isEqualTo(41943041L);
        assertThat(stream.nextLong()).isEqualTo(58720359L);
        assertThat(stream.nextLong()).isEqualTo(3588806011781223L);
    }

    @Test
    void exponentialNumbersHaveTheMomentsAndTailsOfTheirLaw() {
        RandomGenerator random = new RandomStreams(1).stream(0);
        double sum = 0;
        double squares = 0;
        int[] beyond = new int[12];
        for (int i = 0; i < DRAWS; i++) {
            double x = random.nextExponential();
            assertThat(x >= 0).isTrue();
            sum += x;
            squares += x * x;
            for (int t = 1; t < beyond.length && x > t; t++) {
                beyond[t]++;
            }
        }

        assertThat(sum / DRAWS).isCloseTo(1, within(4 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(2, within(4 * Math.sqrt(20.0 / DRAWS))); // E[X⁴] − 4 = 20
        for (int t = 1; t < beyond.length; t++) {
            double share = Math.exp(-t);
            assertThat(beyond[t] / (double) DRAWS).isCloseTo(share, within(4 * Math.sqrt(share / DRAWS)));
        }
    }

    @Test
    void exponentialNumbersFillEveryLayerEvenly() {
        RandomGenerator random = new RandomStreams(2).stream(0);
        int bins = 200;
        int[] counts = new int[bins];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) (bins * -Math.expm1(-random.nextExponential()))]++;
        }

        double expected = DRAWS / (double) bins;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }

        // 199 degrees of freedom: mean 199, deviation 20.
        assertThat(chiSquare).isBetween(199.0 - 80, 199.0 + 80);
    }
}
