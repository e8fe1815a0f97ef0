package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedSeriesTest {
    private static Measurement of(List<Tick> ticks) {
        return RecordedSeries.of(new Recorded(ticks, List.of()));
    }

    @Test
    void eachLookButTheFirstIsASecond() {
        Measurement measured = of(StackSeries.of(25, Second.healthy()).ticks());

        assertThat(measured.series().length()).isEqualTo(24);
        assertThat(measured.series().rate()).isPositive();
        assertThat(measured.notes()).noneMatch(note -> note.contains("left out"));
    }

    @Test
    void oneLookOrNoneMeasuresNothing() {
        assertThat(of(List.of()).series().length()).isZero();
        assertThat(of(StackSeries.of(1, Second.healthy()).ticks()).series().length())
                .isZero();
    }

    @Test
    void aGapIsLeftOutAndCounted() {
        List<Tick> ticks = new ArrayList<>(StackSeries.of(25, Second.healthy()).ticks());
        ticks.subList(10, 15).clear();

        Measurement measured = of(ticks);

        assertThat(measured.series().length()).isEqualTo(18);
        assertThat(measured.notes()).anyMatch(note -> note.startsWith("1 of 19 looks are left out"));
    }

    @Test
    void aSilentBalancerIsReplacedByWhatTheInstancesCount() {
        Measurement measured =
                of(StackSeries.of(25, Second.healthy().without(Source.BALANCER)).ticks());

        assertThat(measured.series().length()).isEqualTo(24);
        assertThat(measured.notes()).anyMatch(note -> note.contains("what the application answered"));
    }

    @Test
    void withoutAHistogramNoTimesAreMadeUp() {
        assertThat(of(StackSeries.of(25, Second.healthy()).ticks()).notes())
                .anyMatch(note -> note.startsWith("no times are compared"));
    }
}
