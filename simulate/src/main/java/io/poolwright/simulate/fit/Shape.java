package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Empirical;
import io.poolwright.queueing.law.Law;
import java.util.ArrayList;
import java.util.List;

/**
 * The kind of law that times follow: one lognormal when that is true enough, else a mixture of two, else as it was measured.
 */
enum Shape {
    LOGNORMAL {
        @Override
        Law fit(Intervals data, double longest) {
            return Mixing.one(data);
        }
    },
    MIXTURE {
        @Override
        Law fit(Intervals data, double longest) {
            return Mixing.two(data);
        }
    },
    MEASURED {
        @Override
        Law fit(Intervals data, double longest) {
            return measured(data, longest);
        }
    };

    /** Distance that is no worse than the eye sees, in probability (a starting value). */
    private static final double TRUE_ENOUGH = 0.015;
    /** Kolmogorov's line for one sample at 5 %, times the root of its size. */
    private static final double KOLMOGOROV = 1.36;
    /** How far the fitted 99th percentile may be off (a starting value). */
    private static final double TAIL = 0.07;

    /** The law of this shape that the counts speak for. */
    abstract Law fit(Intervals data, double longest);

    static Shape of(Intervals data, double longest) {
        double line = Math.max(TRUE_ENOUGH, KOLMOGOROV / Math.sqrt(data.total()));
        for (Shape shape : new Shape[] {LOGNORMAL, MIXTURE}) {
            Law law = shape.fit(data, longest);
            if (distance(law, data) <= line && tailFits(law, data, longest)) {
                return shape;
            }
        }
        return MEASURED;
    }

    /** Largest difference of the two probabilities at any bound (Kolmogorov and Smirnov's distance). */
    static double distance(Law law, Intervals data) {
        double worst = 0;
        for (int i = 0; i < data.bounds().size(); i++) {
            double bound = data.bounds().get(i);
            if (bound < Double.POSITIVE_INFINITY) {
                worst = Math.max(worst, Math.abs(law.beyond(bound) - data.beyond(i)));
            }
        }
        return worst;
    }

    private static boolean tailFits(Law law, Intervals data, double longest) {
        if (data.total() < 300 || data.cutShare() > 0.005) {
            return true; // too few, or cut before it: nothing to compare with
        }
        double seen = measured(data, longest).quantile(0.99);
        return Math.abs(law.quantile(0.99) / seen - 1) <= TAIL;
    }

    /** As counted, evenly within each interval; beyond a cut as the most likely mixture goes on. */
    private static Law measured(Intervals data, double longest) {
        List<Double> probabilities = new ArrayList<>(List.of(0.0));
        List<Double> values = new ArrayList<>();
        double total = data.total();
        double until = 0;
        double from = 0;
        for (int i = 0; i < data.counts().size(); i++) {
            double bound = data.bounds().get(i);
            double count = data.counts().get(i);
            if (count == 0 || Double.isInfinite(bound)) {
                from = Double.isInfinite(bound) ? from : bound;
                continue;
            }
            if (values.isEmpty()) {
                values.add(from);
            } else if (from > values.get(values.size() - 1)) {
                probabilities.add(probabilities.get(probabilities.size() - 1) + 1e-9);
                values.add(from);
            }
            until += count;
            boolean last = until >= total;
            probabilities.add(last ? 1 : until / total);
            values.add(last && longest > from ? Math.min(bound, longest) : bound);
            from = bound;
        }
        if (until < total) {
            extend(data, probabilities, values, until / total);
        }
        return Empirical.of(array(probabilities), array(values));
    }

    private static void extend(Intervals data, List<Double> probabilities, List<Double> values, double known) {
        Law law = Mixing.two(data);
        double beyond = law.beyond(data.cut());
        if (values.isEmpty()) {
            values.add(data.cut());
        }
        int points = 20;
        for (int i = 1; i <= points; i++) {
            double left = i == points ? 0 : Math.pow(1 - (double) i / points, 2);
            double value = beyond > 1e-9
                    ? law.quantile(1 - Math.max(beyond * Math.max(left, 1e-4), 1e-12))
                    : data.cut() * (1 + (double) i / points);
            probabilities.add(i == points ? 1 : 1 - (1 - known) * left);
            values.add(Math.max(values.get(values.size() - 1), value));
        }
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
