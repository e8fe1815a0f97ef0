package io.poolwright.detect;

import static io.poolwright.testkit.Signal.BACKENDS;
import static io.poolwright.testkit.Signal.TOTAL;
import static io.poolwright.testkit.Signal.USED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    private static Frame frame(Second state) {
        List<Tick> ticks = StackSeries.of(2, state).ticks();
        return Frames.between(ticks.get(0), ticks.get(1));
    }

    @Test
    void aSumIsOverThoseThatAnswered() {
        Second state = Second.healthy().with(USED, 7).with(Second.SHOP_2, USED, 11);

        assertThat(Figures.USED.of(frame(state))).hasValue(18);
        assertThat(Figures.USED.of(frame(state.without(Source.SHOP_1)))).hasValue(11);
        assertThat(Figures.USED.of(frame(state.without(Source.POOL)))).isEmpty();
    }

    @Test
    void residualJoinsByName() {
        Second state = Second.healthy().with(Second.SHOP_1, BACKENDS, 27).with(Second.SHOP_1, TOTAL, 15);

        assertThat(Figures.RESIDUAL.of(frame(state))).hasValue(12);
        assertThat(Figures.RESIDUAL.of(frame(state.without(Source.SHOP_1)))).hasValue(0);
    }

    @Test
    void aNameThatMatchesNothingProvesNothing() {
        List<Tick> ticks = StackSeries.of(2, Second.healthy()).ticks().stream()
                .map(FiguresTest::anonymous)
                .toList();

        Frame frame = Frames.between(ticks.get(0), ticks.get(1));

        assertThat(Figures.BACKENDS.of(frame)).hasValue(40);
        assertThat(Figures.RESIDUAL.of(frame)).isEmpty();
        assertThat(Figures.UNACCOUNTED.of(frame)).isEmpty();
    }

    @Test
    void statementsOlderThanATime() {
        Second state = Second.healthy().aged(3.0, 1.0, 0.5);

        assertThat(Figures.olderThan(1).of(frame(state))).hasValue(2);
        assertThat(Figures.olderThan(0.9).of(frame(state))).hasValue(4);
    }

    private static Tick anonymous(Tick tick) {
        DatabaseSample sample = tick.database().value().orElseThrow();
        List<ClientBackends> nameless = sample.clients().stream()
                .map(it -> new ClientBackends(
                        "",
                        it.active(),
                        it.onCpu(),
                        it.onLock(),
                        it.idle(),
                        it.idleInTransaction(),
                        it.statementAges()))
                .toList();
        return new Tick(
                tick.at(),
                tick.balancer(),
                tick.instances(),
                Answer.of(new DatabaseSample(
                        sample.maxConnections(), sample.reserved(), nameless, sample.counters(), sample.settings())),
                tick.settings());
    }
}
