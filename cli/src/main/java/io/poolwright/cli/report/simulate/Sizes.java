package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.Across;
import io.poolwright.cli.report.Axis;
import io.poolwright.cli.report.Chart;
import io.poolwright.cli.report.Mark;
import io.poolwright.cli.report.NumberAxis;
import io.poolwright.cli.report.Ribbon;
import io.poolwright.cli.report.Series;
import io.poolwright.detect.Say;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.plan.PoolPoint;
import io.poolwright.simulate.plan.Recommendation;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What each pool size comes to, drawn: latency and the share answered well, with the sizes that would do as well. */
final class Sizes {
    private final List<PoolPoint> points;
    private final Optional<Recommendation> pool;

    private Sizes(Plan plan) {
        this.points = plan.pools();
        this.pool = plan.recommended().stream()
                .filter(one -> one.parameter() == Parameter.POOL_MAX)
                .findFirst();
    }

    /** Two charts; none of fewer than two sizes. */
    static List<Chart> of(Plan plan) {
        return plan.pools().size() < 2 ? List.of() : new Sizes(plan).charts();
    }

    private List<Chart> charts() {
        double low = points.stream()
                .mapToDouble(point -> Math.max(1e-4, point.tail().mean()))
                .min()
                .orElse(0.01);
        double high =
                points.stream().mapToDouble(point -> point.tail().mean()).max().orElse(1);
        return List.of(
                chart(
                        "sizes",
                        "Latency against pool size",
                        "p99, failures counted as long as clients wait; log scale",
                        "p99",
                        PoolPoint::tail,
                        Axis.decades(low, Math.max(low * 2, high), Say::time),
                        1e-4),
                chart(
                        "sizes-good",
                        "Answered well against pool size",
                        "share of the requests",
                        "answered well",
                        PoolPoint::goodShare,
                        Axis.linear(0, 1, Numbers::percent, 0.25),
                        0));
    }

    private Chart chart(
            String id,
            String title,
            String unit,
            String name,
            Function<PoolPoint, Estimate> of,
            Axis axis,
            double least) {
        List<Series.Point> line = new ArrayList<>();
        List<Ribbon.Slice> slices = new ArrayList<>();
        for (PoolPoint point : points) {
            Estimate estimate = of.apply(point);
            line.add(Series.Point.of(point.size(), Math.max(least, estimate.mean())));
            if (estimate.bounded()) {
                slices.add(new Ribbon.Slice(
                        point.size(), Math.max(least, estimate.low()), Math.max(least, estimate.high())));
            }
        }
        return new Chart(
                id,
                title,
                unit,
                reading(),
                List.of(new Ribbon("95 % interval", "plum", slices)),
                List.of(Series.curve(name, Series.Look.LINE, "first", line)),
                axis,
                across());
    }

    private NumberAxis across() {
        List<Across.Sign> signs = new ArrayList<>();
        pool.ifPresent(one -> {
            if (one.present() != one.value() && Double.isFinite(one.present())) {
                signs.add(new Across.Sign(one.present(), Mark.NOW, "now " + Numbers.plain(one.present())));
            }
            signs.add(new Across.Sign(one.value(), Mark.CHOSEN, "recommended " + Numbers.plain(one.value())));
        });
        DoubleFunction<String> label = Numbers::plain;
        return new NumberAxis(
                "connections of one pool",
                points.get(0).size(),
                points.get(points.size() - 1).size(),
                true,
                label,
                signs,
                pool.map(one -> List.of(new Across.Band(
                                one.low(),
                                Math.min(
                                        one.high(),
                                        points.get(points.size() - 1).size()),
                                "does as well")))
                        .orElse(List.of()));
    }

    private String reading() {
        return pool.map(one -> "%s connections are recommended, %s to %s would do as well; now it is %s."
                        .formatted(
                                Numbers.plain(one.value()),
                                Numbers.plain(one.low()),
                                Numbers.plain(one.high()),
                                Spoken.value(one.parameter(), one.present())))
                .orElse("What each size of the pool comes to at the peak.");
    }
}
