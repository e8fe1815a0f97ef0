package io.poolwright.bench.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridsTest {
    private static final int LEAST_OF_HIKARI = 250;

    @Test
    void fidelityGridHasTwoDozenSettingsOfEachKind() {
        List<Point> points = FidelityGrid.points();

        assertThat(points).hasSizeGreaterThanOrEqualTo(24);
        assertThat(points).extracting(Point::region).contains(Region.STABLE, Region.KNEE, Region.COLLAPSED);
        assertThat(points).extracting(Point::name).doesNotHaveDuplicates();
    }

    @Test
    void sizingGridHasEveryPoolSizeForEveryWorkload() {
        List<Point> points = SizingGrid.points(1);

        assertThat(points).hasSize(4 * 10 * 2);
        assertThat(points).extracting(Point::name).doesNotHaveDuplicates();
        assertThat(points).isEqualTo(SizingGrid.points(2).subList(0, 80));
    }

    @Test
    void noPointAsksForAnAcquireTimeoutThatThePoolRefuses() {
        assertThat(FidelityGrid.points()).allMatch(point -> point.settings().acquireTimeout() >= LEAST_OF_HIKARI);
        assertThat(SizingGrid.points(1)).allMatch(point -> point.settings().acquireTimeout() >= LEAST_OF_HIKARI);
    }

    @Test
    void settingsOfAWorkloadMeetTheSameArrivalsAndRepetitionsDoNot() {
        Point point = SizingGrid.points(1).get(0);

        assertThat(new Point(point.workload(), point.settings().pool(7), Region.OPEN, 3, 12, 1).seed())
                .isEqualTo(point.seed());
        assertThat(point.again(2).seed()).isNotEqualTo(point.seed());
    }
}
