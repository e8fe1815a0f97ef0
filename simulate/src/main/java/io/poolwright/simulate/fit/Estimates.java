package io.poolwright.simulate.fit;

import io.poolwright.queueing.ErlangC;
import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a number of looks say about a stack.
 *
 * @param values of the parameters that they tell
 * @param hold how long a request holds its connections, unhindered by locks
 * @param onCpu of that, the mean on a processor of the database, in seconds; NaN when not known
 * @param used connections seen in use
 * @param little connections in use by Little's law: rate times use time
 * @param pendingExcess callers seen waiting less those of Little's law, for each connection in use
 */
record Estimates(
        Map<Parameter, Double> values, Law hold, double onCpu, double used, double little, double pendingExcess) {
    /** Standing in line for a processor is never taken for more than this share of the time in use. */
    private static final double MOST_IN_LINE = 0.9;
    /** An answer of the balancer that is so much later than the instance's own is another thing than the way (s). */
    private static final double LONGEST_WAY = 0.05;

    /**
     * What does not change from sample to sample.
     *
     * @param holding how the law of the time in use is found
     * @param cores of the database; infinite when not known
     * @param calm whether the looks were, so that getting a connection is work and not waiting
     * @param row that requests wait for, when its spread could be told
     */
    record Frame(HoldFit holding, double cores, boolean calm, Optional<HotRow> row) {}

    static Estimates of(List<Look> looks, Frame frame) {
        return new Estimating(new Sums(looks), frame).all();
    }

    /** Connections seen in use over those of Little's law. */
    double usedRatio() {
        return used / little;
    }

    /** The model that they make of another. */
    StackModel model(StackModel base) {
        StackModel model = base;
        for (Map.Entry<Parameter, Double> value : values.entrySet()) {
            model = model.with(value.getKey(), value.getValue());
        }
        Split split = Split.of(hold, Double.isNaN(onCpu) ? 0 : onCpu);
        return model.withDatabase(split.cpu(), split.rest());
    }

    /** One pass. */
    private static final class Estimating {
        private final Sums sums;
        private final Frame frame;
        private final Map<Parameter, Double> values = new EnumMap<>(Parameter.class);

        Estimating(Sums sums, Frame frame) {
            this.sums = sums;
            this.frame = frame;
        }

        Estimates all() {
            double used = sums.ratio(
                    look -> look.pool().useSeconds(), look -> look.pool().returns());
            double waited = sums.ratio(
                    look -> look.pool().waitSeconds(), look -> look.pool().borrows());
            double calls = calls();
            double rate = rate(calls);
            set(Parameter.CLIENT_RATE, rate);
            set(Parameter.APP_CALLS, calls);
            overhead(calls * (frame.calm() ? used : used + waited));
            created();
            Law use = frame.holding().law(sums, used);
            Law hold = calls == 1 ? use : use.scaled(calls);
            hold = unhindered(hold, rate);
            double busy = sums.level(look -> look.database().onCpu());
            double cpu = rate > 0 ? load(busy, frame.cores()) / rate : Double.NaN;
            if (cpu * rate < busy) {
                // What is known to be standing in line for a processor is no work.
                hold = hold.scaled(1 - Math.min(MOST_IN_LINE, (busy / rate - cpu) / hold.mean()));
            }
            return new Estimates(
                    values,
                    hold,
                    Double.isNaN(cpu) ? cpu : Math.min(cpu, hold.mean()),
                    sums.level(look -> look.pool().used()),
                    sums.rate(look -> look.pool().useSeconds()),
                    (sums.level(look -> look.pool().pending())
                                    - sums.rate(look -> look.pool().waitSeconds()))
                            / Math.max(1, sums.level(look -> look.pool().used())));
        }

        private void set(Parameter parameter, double value) {
            if (!Double.isNaN(value)) {
                values.put(parameter, value);
            }
        }

        /** Fresh requests: what came, less what came again. */
        private double rate(double calls) {
            double arrived = sums.rate(look -> look.requests().arrived());
            if (Double.isNaN(arrived)) {
                arrived = sums.rate(look -> look.requests().served());
            }
            if (Double.isNaN(arrived)) {
                return sums.rate(look -> look.pool().returns()) / calls;
            }
            double resent = sums.rate(look -> look.requests().resent());
            return Math.max(1e-3, arrived - (Double.isNaN(resent) ? 0 : resent));
        }

        /** Connections that one request takes, one after the other. */
        private double calls() {
            double ratio = sums.ratio(
                    look -> look.pool().returns(), look -> look.requests().served());
            return Double.isNaN(ratio) ? 1 : Math.max(1, Math.round(ratio));
        }

        /** Time of a request that is neither in the pool nor in the database, the way from the balancer included. */
        private void overhead(double inside) {
            double served = sums.ratio(look -> look.requests().servedSeconds(), look -> look.requests()
                    .served());
            if (Double.isNaN(served) || Double.isNaN(inside)) {
                return;
            }
            double way = sums.level(look -> look.requests().answerTime()) - served;
            double outside = Math.max(0, served - inside) + (way > 0 && way < LONGEST_WAY ? way : 0);
            set(Parameter.APP_BEFORE, outside);
        }

        private void created() {
            set(Parameter.POOL_CREATE_LATENCY, sums.ratio(look -> look.pool().createSeconds(), look -> look.pool()
                    .created()));
        }

        /** Without waiting for the hot row, when statements do. */
        private Law unhindered(Law hold, double rate) {
            double waiting = sums.level(look -> look.database().onLock());
            if (!(waiting >= HotRow.QUEUE) || !(rate > 0)) {
                return hold;
            }
            double left = 1 - HotRow.waitingShare(hold.mean(), waiting, rate);
            HotRow row = frame.row().orElseGet(() -> new HotRow(Math.min(2, hold.coefficientOfVariation())));
            set(Parameter.DB_LOCK, row.share(left * hold.mean(), waiting, rate));
            return frame.row().isPresent() ? row.law(left * hold.mean()) : hold.scaled(left);
        }

        /**
         * Processors that work on statements, from the statements on a processor or in line for one: all of them, or with the
         * number of processors known those of M/M/c, whose queue processor sharing shares. NaN when not known.
         */
        private static double load(double statements, double cores) {
            int servers = (int) Math.round(cores);
            if (cores > 1000 || servers < 1 || !(statements > 0)) {
                return statements;
            }
            double low = 0;
            double high = Math.min(statements, servers * 0.999);
            for (int i = 0; i < 50; i++) {
                double middle = (low + high) / 2;
                double there = middle + ErlangC.probabilityOfWait(middle, servers) * middle / (servers - middle);
                if (there > statements) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return (low + high) / 2;
        }
    }

    /** A value that the looks tell. */
    OptionalDouble value(Parameter parameter) {
        Double value = values.get(parameter);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
