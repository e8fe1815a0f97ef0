package io.poolwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void unknownValueEndsARun() {
        assertThat(series(point(0), unknown(1), point(2), point(3)).runs())
                .containsExactly(List.of(point(0)), List.of(point(2), point(3)));
    }

    @Test
    void lateLookIsNoGapAndAMissingOneIs() {
        assertThat(series(point(0), point(2.5), point(5.1)).runs())
                .containsExactly(List.of(point(0), point(2.5)), List.of(point(5.1)));
    }

    @Test
    void sumWithUnknownIsUnknown() {
        Series sum = series(point(0), point(1)).on(series(point(0), unknown(1)));

        assertThat(sum.points().get(0).value()).hasValue(2);
        assertThat(sum.points().get(1).value()).isEmpty();
    }

    private static Series series(Series.Point... points) {
        return new Series("x", Series.Look.LINE, "first", List.of(points));
    }

    private static Series.Point point(double second) {
        return new Series.Point(second, OptionalDouble.of(1));
    }

    private static Series.Point unknown(double second) {
        return new Series.Point(second, OptionalDouble.empty());
    }
}
