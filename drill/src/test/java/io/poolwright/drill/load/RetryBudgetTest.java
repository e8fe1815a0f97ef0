package io.poolwright.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

final class RetryBudgetTest {

    @Property(tries = 200)
    void retriesNeverExceedTheirShareOfFreshRequests(
            @ForAll @DoubleRange(min = 0, max = 2) double perRequest,
            @ForAll @Size(max = 500) List<Boolean> freshOrRetry) {
        RetryBudget budget = new RetryBudget(OptionalDouble.of(perRequest));
        int fresh = 0;
        int retries = 0;
        for (boolean isFresh : freshOrRetry) {
            if (isFresh) {
                budget.earn();
                fresh++;
            } else if (budget.spend()) {
                retries++;
            }
        }

        assertThat((double) retries).isLessThanOrEqualTo(perRequest * fresh + 1e-9);
    }

    @Example
    void savesNoMoreThanItsCeiling() {
        RetryBudget budget = new RetryBudget(OptionalDouble.of(1));
        for (int i = 0; i < 10 * RetryBudget.CEILING; i++) {
            budget.earn();
        }

        int retries = 0;
        while (budget.spend()) {
            retries++;
        }

        assertThat(retries).isEqualTo(RetryBudget.CEILING);
    }

    @Example
    void withoutABudgetEveryRetryPasses() {
        assertThat(new RetryBudget(OptionalDouble.empty()).spend()).isTrue();
    }
}
