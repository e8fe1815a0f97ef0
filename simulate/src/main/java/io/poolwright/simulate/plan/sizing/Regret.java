package io.poolwright.simulate.plan.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How much a recommended size costs beside the best one that was measured: (J − J*) / J*, J being the 99th percentile with failed
 * requests counted at the deadline.
 *
 * @param workload of which
 * @param who recommended
 * @param recommended the size; empty when it abstained
 * @param acquireTimeout the wait, in seconds
 * @param measuredAt the measured size that stands for it
 * @param tail J there, in seconds
 * @param best J of the best setting, in seconds
 * @param regret of the recommended; empty when it abstained
 * @param noise regret of measuring the best setting once more; empty when it was measured once
 * @param catastrophe more than 1 % of the requests failed where with some setting fewer than 0.1 % did
 */
public record Regret(
        String workload,
        String who,
        Optional<Integer> recommended,
        double acquireTimeout,
        int measuredAt,
        double tail,
        double best,
        OptionalDouble regret,
        OptionalDouble noise,
        boolean catastrophe) {
    private static final double FEW = 0.001;
    private static final double MANY = 0.01;

    public Regret {
        Objects.requireNonNull(workload, "workload");
        Objects.requireNonNull(who, "who");
    }

    /**
     * Of one recommendation, against the points of its workload.
     *
     * @param points all of the same workload; at least one
     * @param size connections for each instance; empty when abstained
     * @param acquireTimeout in seconds
     */
    public static Regret of(List<MeasuredPoint> points, String who, Optional<Integer> size, double acquireTimeout) {
        List<Setting> settings = settings(points);
        Setting best =
                settings.stream().min(Comparator.comparingDouble(Setting::tail)).orElseThrow();
        boolean calm = settings.stream().anyMatch(setting -> setting.errors < FEW);
        if (size.isEmpty()) {
            return new Regret(
                    best.workload,
                    who,
                    size,
                    acquireTimeout,
                    0,
                    Double.NaN,
                    best.tail(),
                    OptionalDouble.empty(),
                    best.noise(),
                    false);
        }
        Setting own = settings.stream()
                .min(Comparator.comparingDouble(
                                (Setting setting) -> Math.abs(Math.log(setting.pool / (double) size.get())))
                        .thenComparingDouble(setting -> Math.abs(Math.log(setting.patience / acquireTimeout))))
                .orElseThrow();
        return new Regret(
                best.workload,
                who,
                size,
                acquireTimeout,
                own.pool,
                own.tail(),
                best.tail(),
                OptionalDouble.of(own.tail() / best.tail() - 1),
                best.noise(),
                calm && own.errors > MANY);
    }

    /** Of a usual rule, which leaves the wait for a connection as it was. */
    public static Regret of(
            List<MeasuredPoint> points,
            Rule rule,
            double rate,
            double instances,
            double cores,
            int defaultPool,
            double wait) {
        List<MeasuredPoint> alike = points.stream()
                .filter(point -> point.acquireTimeout() == nearestWait(points, wait))
                .toList();
        OptionalDouble hold = alike.stream()
                .filter(point -> point.useTime().isPresent())
                .min(Comparator.comparingDouble(
                        (MeasuredPoint point) -> Math.abs(Math.log(point.pool() / (double) defaultPool))))
                .map(MeasuredPoint::useTime)
                .orElse(OptionalDouble.empty());
        Facts facts =
                new Facts(rate, instances, cores, hold, MeasuredPlant.of(alike).map(plant -> plant));
        return of(points, rule.title(), rule.size(facts), wait);
    }

    private static double nearestWait(List<MeasuredPoint> points, double wait) {
        return points.stream()
                .map(MeasuredPoint::acquireTimeout)
                .min(Comparator.comparingDouble(one -> Math.abs(Math.log(one / wait))))
                .orElseThrow();
    }

    /** One setting, all its repetitions together. */
    private record Setting(String workload, int pool, double patience, List<Double> tails, double errors) {
        double tail() {
            return tails.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        OptionalDouble noise() {
            if (tails.size() < 2) {
                return OptionalDouble.empty();
            }
            double least = tails.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double most = tails.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            return OptionalDouble.of(most / least - 1);
        }
    }

    private static List<Setting> settings(List<MeasuredPoint> points) {
        if (points.isEmpty()
                || points.stream().map(MeasuredPoint::workload).distinct().count() > 1) {
            throw new IllegalArgumentException("regret is reckoned of one workload, from at least one point");
        }
        Map<List<Double>, List<MeasuredPoint>> alike = points.stream()
                .collect(Collectors.groupingBy(point -> List.of((double) point.pool(), point.acquireTimeout())));
        List<Setting> settings = new ArrayList<>();
        alike.values()
                .forEach(same -> settings.add(new Setting(
                        same.get(0).workload(),
                        same.get(0).pool(),
                        same.get(0).acquireTimeout(),
                        same.stream().map(MeasuredPoint::tail).toList(),
                        same.stream()
                                .mapToDouble(MeasuredPoint::errors)
                                .average()
                                .orElseThrow())));
        settings.sort(Comparator.comparingInt(Setting::pool).thenComparingDouble(Setting::patience));
        return settings;
    }
}
