package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A busy pool that is well must never alert, however often and however long it is looked at. */
final class HealthyReplayTest {
    private static final PoolId POOL = new PoolId("shop", "a:1", Tier.POOL, "orders");

    @ParameterizedTest(name = "every {0} s for {1} h, seed {2}")
    @CsvSource({
        "1, 12, 1",
        "1, 12, 2",
        "1, 12, 3",
        "1, 12, 4",
        "1, 12, 5",
        "1, 12, 6",
        "5, 48, 7",
        "15, 120, 8",
        "15, 120, 9",
        "60, 480, 10"
    })
    void neverAlerts(int interval, int hours, long seed) {
        for (Expectations expected : new Expectations[] {
            Expectations.none(), Expectations.none().withBudget(Duration.ofSeconds(1), "gateway.yaml:4")
        }) {
            PoolWatch watch = new PoolWatch(POOL, expected);
            HealthyReplay replay = new HealthyReplay(POOL, seed);

            for (long second = 0; second < hours * 3600L; second += interval) {
                PoolLook look = watch.take(Story.START.plusSeconds(second), replay.next(interval));
                assertThat(look.firing()).as("after %d s", second).isEmpty();
            }
        }
    }
}
