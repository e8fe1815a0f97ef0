package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BalancerServerQueueTest {
    private static final State HEALTHY = State.healthy()
            .without(Signal.WAIT_SECONDS, Signal.WAITS, Signal.TIMEOUTS, Signal.IDLE, Signal.USES, Signal.USE_SECONDS)
            .gauge(Signal.WAIT_MEAN, 0);

    private static Story story(double interval) {
        return Story.of(
                Tier.SERVER,
                interval,
                Expectations.none().withQueueTimeout(Duration.ofSeconds(5), "haproxy.cfg:9"),
                new BalancerServerQueue());
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "15, 30", "60, 120"})
    void theLineTellsBeforeTheBalancersMeanDoes(double interval, double within) {
        State queue = HEALTHY.full(60).served(40, 0, 0).gauge(Signal.WAIT_MEAN, 0.05);
        Story story = story(interval).then(600, HEALTHY).mark().then(300, queue);

        assertThat(story.delay()).hasValueSatisfying(it -> assertThat(it).isLessThanOrEqualTo(within));
        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.WARNING);
        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "60 requests wait for a slot at shop/shop-1, 1.5 s each, 30 % of the 5.0 s after which the balancer"
                                + " gives up (haproxy.cfg:9): users wait before the application sees them");
    }

    @ParameterizedTest
    @CsvSource({"1, 41, true", "1, 39, false", "15, 41, true", "15, 39, false"})
    void aFifthOfTheQueueTimeoutIsTheLine(double interval, double line, boolean fires) {
        Story story =
                story(interval).then(600, HEALTHY).then(300, HEALTHY.full(line).served(40, 0, 0));

        assertThat(story.fresh().isEmpty()).isEqualTo(!fires);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void whoGaveUpInTheLineIsToldAtOnce(double interval) {
        Story story = story(interval)
                .then(600, HEALTHY.rate(Signal.REFUSED, 0))
                .mark()
                .looks(1, HEALTHY.rate(Signal.REFUSED, 3));

        assertThat(story.delay()).hasValue(interval);
    }

    @Test
    void anOldMeanWithoutALineIsNoQueue() {
        Story story = story(1).then(600, HEALTHY.gauge(Signal.WAIT_MEAN, 4.9));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void withoutAKnownTimeoutItIsTwoHundredMilliseconds() {
        Story story = Story.of(Tier.SERVER, 1, Expectations.none(), new BalancerServerQueue())
                .then(60, HEALTHY)
                .then(60, HEALTHY.full(9).served(40, 0, 0));

        assertThat(story.fresh()).extracting(PoolAlert::limit).containsExactly(0.2);
    }

    @Test
    void withoutTheLineItSaysNothing() {
        Story story =
                story(1).then(600, HEALTHY.full(60).without(Signal.PENDING).gauge(Signal.WAIT_MEAN, 4));

        assertThat(story.fresh()).isEmpty();
    }
}
