package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.CPU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FramesTest {
    private static final Second HEALTHY = Second.healthy();

    @Test
    void countersBecomeRates() {
        List<Tick> ticks =
                StackSeries.of(2, HEALTHY.with(ARRIVALS, 300).with(CPU, 0.25)).ticks();

        Frame frame = Frames.between(ticks.get(0), ticks.get(1));

        assertThat(Figures.ARRIVALS.of(frame)).hasValue(300);
        assertThat(Figures.CPU.of(frame).getAsDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(Figures.COMPLETIONS.of(frame)).hasValue(200);
    }

    @Test
    void ratesArePerSecondHoweverFarApartTheLooksAre() {
        List<Tick> ticks = StackSeries.of(4, HEALTHY.with(ARRIVALS, 300)).ticks();

        Frame frame = Frames.between(ticks.get(0), ticks.get(3));

        assertThat(Figures.ARRIVALS.of(frame)).hasValue(300);
    }

    @Test
    void aRestartHasNoRateButItsLevels() {
        List<Tick> ticks = StackSeries.of(1, HEALTHY)
                .then(1, HEALTHY.running(Second.SHOP_1, "2"))
                .ticks();

        Frame frame = Frames.between(ticks.get(0), ticks.get(1));

        assertThat(frame.services().get(0).flow()).isEqualTo(Answer.silent("shop-1 was restarted"));
        assertThat(frame.services().get(0).now().value()).isPresent();
        assertThat(Figures.COMPLETIONS.of(frame)).hasValue(100);
    }

    @Test
    void aCounterThatWentBackwardsHasNoRate() {
        List<Tick> ticks = StackSeries.of(2, HEALTHY).ticks();

        Frame frame = Frames.between(ticks.get(0), withRequests(ticks.get(1), 3));

        assertThat(frame.edge()).isEqualTo(Answer.silent("haproxy reset its counters"));
        assertThat(Figures.ARRIVALS.of(frame)).isEmpty();
    }

    @Test
    void silenceKeepsItsReason() {
        List<Tick> ticks = StackSeries.of(1, HEALTHY)
                .then(1, HEALTHY.without(Source.DATABASE))
                .ticks();

        Frame frame = Frames.between(ticks.get(0), ticks.get(1));

        assertThat(frame.store()).isEqualTo(Answer.silent("DATABASE does not answer"));
    }

    @Test
    void theFirstLookAfterSilenceHasNoRate() {
        List<Tick> ticks = StackSeries.of(1, HEALTHY.without(Source.DATABASE))
                .then(1, HEALTHY)
                .ticks();

        Frame frame = Frames.between(ticks.get(0), ticks.get(1));

        assertThat(frame.store()).isEqualTo(Answer.silent("DATABASE does not answer"));
    }

    @Test
    void looksMustFollowEachOther() {
        List<Tick> ticks = StackSeries.of(2, HEALTHY).ticks();

        assertThatThrownBy(() -> Frames.between(ticks.get(1), ticks.get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("looks must follow each other: 2026-01-01T00:00:02Z, then 2026-01-01T00:00:01Z");
    }

    private static Tick withRequests(Tick tick, long requests) {
        BalancerSample was = tick.balancer().value().orElseThrow();
        BalancerSample now = new BalancerSample(
                was.product(),
                requests,
                was.serverErrors(),
                was.queue(),
                was.queueErrors(),
                was.retries(),
                was.queueTime(),
                was.responseTime(),
                was.servers());
        return new Tick(tick.at(), Answer.of(now), tick.instances(), tick.database(), tick.settings());
    }
}
