package io.poolwright.simulate.validation;

import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Independent replications, from seeds 1, 2, 3 …; the result is the same whatever the number of threads. */
final class Trials {
    static final double ONE_PERCENT = 0.01;
    static final double THREE_PER_MILLE = 0.003;

    private static final int REPLICATIONS = 20;

    private Trials() {}

    /** Of a stack; a tenth of the length is run before it and left out. */
    static List<Row> ofStack(
            String what, double precision, double seconds, double limit, StackModel model, Measure... measures) {
        return rows(what, precision, 0, REPLICATIONS, names(measures), exact(measures), seed -> {
            Window total = StackRun.total(model, new Setup(seconds / 10, seconds, seed, limit))
                    .total();
            double[] values = new double[measures.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = measures[i].read().applyAsDouble(total);
            }
            return values;
        });
    }

    /** The same without a limit on the time of an answer. */
    static List<Row> ofStack(String what, double precision, double seconds, StackModel model, Measure... measures) {
        return ofStack(what, precision, seconds, Double.MAX_VALUE, model, measures);
    }

    static List<Row> rows(
            String what,
            double precision,
            double allowance,
            int replications,
            List<String> names,
            double[] exact,
            LongFunction<double[]> run) {
        List<double[]> values =
                LongStream.rangeClosed(1, replications).parallel().mapToObj(run).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < exact.length; i++) {
            int measure = i;
            double[] column = values.stream().mapToDouble(row -> row[measure]).toArray();
            double mean = mean(column);
            rows.add(new Row(what, names.get(i), exact[i], mean, error(column, mean), precision, allowance));
        }
        return rows;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double error(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static List<String> names(Measure[] measures) {
        return java.util.Arrays.stream(measures).map(Measure::name).toList();
    }

    private static double[] exact(Measure[] measures) {
        return java.util.Arrays.stream(measures).mapToDouble(Measure::exact).toArray();
    }
}
