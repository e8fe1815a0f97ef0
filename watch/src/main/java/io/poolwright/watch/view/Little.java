package io.poolwright.watch.view;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Measure;
import io.poolwright.queueing.LittlesLaw;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether the numbers of a pool agree with each other: used = throughput × use time, by Little's law.
 *
 * @param verdict whether they do
 * @param expected throughput × use time
 * @param seen mean number used
 * @param text the sum in words, or why it cannot be made
 */
public record Little(Verdict verdict, Cell expected, Cell seen, String text) {
    /** Below this the law is about noise. */
    private static final double SLACK = 1;
    /** What a minute of looks at a lively pool is off by; a starting value. */
    private static final double TOLERANCE = 0.2;

    private static final int FEWEST = 2;

    /** Whether the numbers agree. */
    public enum Verdict {
        AGREES,
        /** More is used than the returns account for. */
        MORE_USED,
        /** Less is used than the returns account for. */
        LESS_USED,
        CANNOT_TELL
    }

    /** Over the time line given; the product's mean is taken look by look, for a mean of products is no product of means. */
    static Little of(TimeLine line) {
        double seconds = 0;
        double used = 0;
        double rate = 0;
        int looks = 0;
        for (int i = 0; i < line.size(); i++) {
            double served = line.raw(Measure.THROUGHPUT, i);
            double time = served == 0 ? 0 : line.raw(Measure.USE_MEAN, i);
            double now = line.raw(Measure.USED, i);
            if (Double.isFinite(served) && Double.isFinite(time) && Double.isFinite(now)) {
                seconds += LittlesLaw.population(served, time);
                rate += served;
                used += now;
                looks++;
            }
        }
        if (looks < FEWEST) {
            return unknown(line);
        }
        double expected = seconds / looks;
        double seen = used / looks;
        double off = seen - expected;
        boolean agrees = Math.abs(off) <= Math.max(SLACK, TOLERANCE * Math.max(seen, expected));
        Verdict verdict = agrees ? Verdict.AGREES : off > 0 ? Verdict.MORE_USED : Verdict.LESS_USED;
        String sum = rate == 0
                ? "no request = 0 used, seen %s".formatted(number(seen))
                : "%s × %s = %s used, seen %s"
                        .formatted(Say.rate(rate / looks), Say.time(seconds / rate), number(expected), number(seen));
        String meaning =
                switch (verdict) {
                    case MORE_USED ->
                        ": more are lent out than what comes back accounts for; uses have become longer, or do not end";
                    case LESS_USED ->
                        ": fewer are lent out than what comes back accounts for; the load is falling, or a number is of something else";
                    default -> "";
                };
        return new Little(verdict, Cell.known(expected), Cell.known(seen), sum + meaning);
    }

    private static Little unknown(TimeLine line) {
        String missing = !line.knows(Measure.THROUGHPUT)
                ? "throughput"
                : !line.knows(Measure.USE_MEAN) ? "use time" : !line.knows(Measure.USED) ? "number used" : "two looks";
        Cell none = Cell.unknown(missing + " is not known");
        OptionalDouble seen = line.mean(Measure.USED);
        return new Little(
                Verdict.CANNOT_TELL,
                none,
                seen.isPresent() ? Cell.known(seen.getAsDouble()) : none,
                "cannot tell: %s not known".formatted(missing.equals("two looks") ? "two looks are" : missing + " is"));
    }

    private static String number(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : Say.number(value);
    }
}
