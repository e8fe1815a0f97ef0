package io.poolwright.simulate.plan.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stack that was measured at some sizes: the nearest of them answers for each size. */
final class MeasuredPlant implements Plant {
    private final List<MeasuredPoint> points;

    private MeasuredPlant(List<MeasuredPoint> points) {
        this.points = points;
    }

    /** Empty when no point says how long connections were held and how many were. */
    static Optional<MeasuredPlant> of(List<MeasuredPoint> points) {
        List<MeasuredPoint> known = points.stream()
                .filter(point -> point.useTime().isPresent()
                        && point.used().isPresent()
                        && point.timeouts().isPresent())
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new MeasuredPlant(known));
    }

    @Override
    public Observed at(int pool) {
        MeasuredPoint nearest = points.stream()
                .min(Comparator.comparingDouble(
                        (MeasuredPoint point) -> Math.abs(Math.log(point.pool() / (double) pool))))
                .orElseThrow();
        return new Observed(
                nearest.useTime().orElseThrow(),
                nearest.used().orElseThrow(),
                nearest.timeouts().orElseThrow() > 0);
    }
}
