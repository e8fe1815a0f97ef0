package io.poolwright.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RetryPolicyTest {

    @Property(tries = 200)
    void backOffStaysWithinItsJitter(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 60) int k,
            @ForAll @IntRange(min = 0, max = 1_000) int baseMillis,
            @ForAll @IntRange(min = 0, max = 10_000) int capAboveBase) {
        Duration base = Duration.ofMillis(baseMillis);
        Duration cap = base.plusMillis(capAboveBase);

        long wait = RetryPolicy.backingOff(3, base, cap).backOff(k, new SplittableRandom(seed));

        double withoutJitter = Math.min(base.toNanos() * Math.pow(2, k), cap.toNanos());
        assertThat((double) wait).isBetween(0.5 * withoutJitter - 1, 1.5 * withoutJitter);
    }

    @Example
    void immediateDoesNotWait() {
        assertThat(RetryPolicy.immediate(3).backOff(2, new SplittableRandom(1))).isZero();
    }

    @Example
    void noneHasNoRetries() {
        assertThat(RetryPolicy.none().maxRetries()).isZero();
    }

    @Example
    void refusesACapBelowTheBase() {
        assertThatThrownBy(() -> RetryPolicy.backingOff(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("back-off must satisfy 0 <= base <= cap, was base PT2S, cap PT1S");
    }

    @Example
    void refusesANegativeBudget() {
        assertThatThrownBy(() -> RetryPolicy.none().withBudget(-0.1))
                .hasMessage("budget must be 0 to 1000 tokens per fresh request, was -0.1");
    }
}
