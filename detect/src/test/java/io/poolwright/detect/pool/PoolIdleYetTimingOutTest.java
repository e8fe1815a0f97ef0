package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolIdleYetTimingOutTest {
    private static final State HEALTHY = State.healthy();
    private static final State LOSING = HEALTHY.rate(Signal.TIMEOUTS, 1);

    private static Story story(double interval) {
        return Story.of(interval, new PoolIdleYetTimingOut()).then(300, HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void firesWhenItHappensTwice(double interval) {
        assertThat(story(interval).looks(1, LOSING).then(120, HEALTHY).fresh()).isEmpty();
        assertThat(story(interval).looks(2, LOSING).fresh()).hasSize(1);
    }

    @Test
    void saysThatMoreConnectionsWouldNotHelp() {
        assertThat(story(1).looks(2, LOSING).fresh().get(0).text())
                .isEqualTo(
                        "2 callers gave up in the last 3 min while 6 database connections are idle: more of them would not help;"
                                + " look for a check that stalls, dead connections, pauses of the process, or a wait that is too"
                                + " short");
    }

    @Test
    void aFullPoolIsAnotherMatter() {
        assertThat(story(1).looks(20, LOSING.full(3)).fresh()).isEmpty();
        assertThat(story(1).looks(1, LOSING.full(3)).looks(1, LOSING).fresh()).isEmpty();
    }

    @Test
    void withoutTheIdleItSaysNothing() {
        assertThat(story(1).looks(20, LOSING.without(Signal.IDLE)).fresh()).isEmpty();
    }
}
