package io.poolwright.watch.view;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Measure;
import io.poolwright.queueing.ErlangC;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether more connections would help, by the queueing model M/M/c: a prediction, and marked as one.
 *
 * @param answer in one word
 * @param more connections that the answer is about; empty when it is about none
 * @param waitTime predicted mean wait with them (s)
 * @param text the answer in a sentence, or why there is none
 * @param error what the model leaves out, and how far it is off from what is measured today
 */
public record Relief(Answer answer, Optional<Integer> more, Cell waitTime, String text, String error) {
    /** An arrival should wait no more often than this; a usual aim for pools. */
    private static final double WANTED = 0.2;
    /** A load beyond it is nonsense for one pool. */
    private static final double MOST_LOAD = 100_000;

    private static final String LEFT_OUT = "Model M/M/c: arrivals at random, use times that vary widely and do not grow"
            + " with more connections. Real waits are often off by a factor of two, more when arrivals come in bursts.";

    /** The answer in one word. */
    public enum Answer {
        YES,
        NO,
        NOT_NEEDED,
        CANNOT_TELL
    }

    /**
     * The answer for a pool.
     *
     * @param line its measures of the last minutes
     * @param leaking whether an alert says that connections do not come back
     * @param left client slots left at the database, where known
     */
    static Relief of(TimeLine line, boolean leaking, Optional<Double> left) {
        OptionalDouble max = line.mean(Measure.MAX);
        OptionalDouble used = line.mean(Measure.USED);
        OptionalDouble rate = line.mean(Measure.THROUGHPUT);
        OptionalDouble use = useTime(line);
        if (leaking) {
            return without(Answer.NO, "no: what does not come back fills any number of connections");
        }
        if (max.isEmpty() || used.isEmpty() || max.getAsDouble() < 1) {
            return without(Answer.CANNOT_TELL, "cannot tell: the number used and its limit are needed");
        }
        OptionalDouble pending = line.mean(Measure.PENDING);
        boolean waiting = pending.orElse(0) > 0 || line.mean(Measure.WAIT_MEAN).orElse(0) > 0.001;
        if (used.getAsDouble() < Rows.LOAD_LINE * max.getAsDouble()) {
            return without(Answer.NOT_NEEDED, "not needed: the pool is below its load line");
        }
        if (!waiting && pending.isPresent()) {
            return without(Answer.NOT_NEEDED, "not needed: nobody waits");
        }
        if (rate.isEmpty() || use.isEmpty() || !(use.getAsDouble() > 0)) {
            return without(
                    Answer.CANNOT_TELL,
                    "cannot tell: %s is not known".formatted(rate.isEmpty() ? "throughput" : "use time"));
        }
        double load = (rate.getAsDouble() + line.mean(Measure.TIMEOUTS).orElse(0)) * use.getAsDouble();
        if (load > MOST_LOAD || load <= 0) {
            return without(Answer.CANNOT_TELL, "cannot tell: no request came back in this time");
        }
        return predicted(line, (int) Math.round(max.getAsDouble()), load, use.getAsDouble(), left);
    }

    private static Relief predicted(TimeLine line, int servers, double load, double use, Optional<Double> left) {
        int enough = Math.max(servers + 1, ErlangC.fewestServers(load, WANTED));
        int more = enough - servers;
        double wait = ErlangC.meanWait(load, enough, use);
        String slots = left.map(free -> more > free
                        ? " The database has only %s slots left.".formatted(Say.number(free))
                        : " Database slots left: %s.".formatted(Say.number(free)))
                .orElse(" How many slots the database has left is not known.");
        boolean fits = left.isEmpty() || more <= left.get();
        String text = "%s: with %d more (%d in all) the mean wait is about %s, if the use time stays at %s.%s"
                .formatted(fits ? "yes" : "no", more, enough, Say.time(wait), Say.time(use), slots);
        return new Relief(
                fits ? Answer.YES : Answer.NO,
                Optional.of(more),
                Cell.known(wait),
                text,
                LEFT_OUT + today(line, servers, load, use));
    }

    /** The model's own word for the pool as it is, beside what is measured. */
    private static String today(TimeLine line, int servers, double load, double use) {
        OptionalDouble measured = line.mean(Measure.WAIT_MEAN);
        if (load >= servers) {
            return " As the pool is now, it predicts a wait without bound"
                    + (measured.isPresent()
                            ? "; measured %s, cut off by those who give up.".formatted(Say.time(measured.getAsDouble()))
                            : ".");
        }
        return measured.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " As the pool is now, it predicts %s; measured %s.",
                        Say.time(ErlangC.meanWait(load, servers, use)),
                        Say.time(measured.getAsDouble()));
    }

    /** Mean use time over all that came back, not over looks. */
    private static OptionalDouble useTime(TimeLine line) {
        double seconds = 0;
        double count = 0;
        for (int i = 0; i < line.size(); i++) {
            double served = line.raw(Measure.THROUGHPUT, i);
            double time = line.raw(Measure.USE_MEAN, i);
            if (Double.isFinite(served) && Double.isFinite(time)) {
                seconds += served * time;
                count += served;
            }
        }
        return count > 0 ? OptionalDouble.of(seconds / count) : OptionalDouble.empty();
    }

    private static Relief without(Answer answer, String text) {
        return new Relief(answer, Optional.empty(), Cell.notOffered("nothing is predicted"), text, "");
    }
}
