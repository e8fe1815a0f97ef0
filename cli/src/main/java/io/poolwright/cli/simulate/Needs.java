package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.detect.Say;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request needs of the database, as it is written: {@code 15ms}, {@code 15ms,cv=1.5}, {@code 0.5x}. */
public final class Needs {
    /** Processor time of the database for each request. */
    public static final String CPU = "db.cpu";
    /** Time in the database without a processor for each request: disk, locks of others, a remote call. */
    public static final String WAIT = "db.wait";

    static final List<String> NAMES = List.of(CPU, WAIT);

    /** Spread of query times when none is written: as a lognormal law of queries usually has. */
    public static final double USUAL_SPREAD = 1;

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})(us|µs|ms|s|min|x|)\\s*(?:,\\s*cv\\s*=\\s*(\\d{1,3}(?:\\.\\d{1,6})?))?");

    private Needs() {}

    static boolean isNamed(String name) {
        return NAMES.contains(name);
    }

    /**
     * Reads a law.
     *
     * @param place for the message
     * @param now what a multiple is a multiple of
     */
    static Law read(String place, String text, Law now) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            throw refused(place, text);
        }
        double number = Double.parseDouble(written.group(1));
        boolean spread = written.group(3) != null;
        if (written.group(2).equals("x")) {
            if (spread) {
                throw refused(place, text);
            }
            return now.scaled(number);
        }
        OptionalDouble unit = number == 0 ? OptionalDouble.of(1) : Quantity.seconds(written.group(2));
        if (unit.isEmpty()) {
            throw refused(place, text);
        }
        double mean = number * unit.getAsDouble();
        double cv = spread ? Double.parseDouble(written.group(3)) : USUAL_SPREAD;
        return mean == 0 ? Constant.ZERO : cv == 0 ? new Constant(mean) : Lognormal.of(mean, cv);
    }

    /** For people: {@code mean 15 ms, cv 1, p99 68 ms}. */
    public static String told(Law law) {
        double mean = law.mean();
        if (mean == 0) {
            return "none";
        }
        if (law instanceof Constant) {
            return "always " + Say.time(mean);
        }
        String kind = law instanceof Lognormal ? "lognormal, " : law instanceof Exponential ? "exponential, " : "";
        return "%smean %s, cv %s, p99 %s"
                .formatted(
                        kind,
                        Say.time(mean),
                        String.format(Locale.ROOT, "%.2g", law.coefficientOfVariation()),
                        Say.time(law.quantile(0.99)));
    }

    private static UnmetNeedException refused(String place, String text) {
        return new UnmetNeedException(
                "%s: found '%s'; accepted: a mean time, with cv=SPREAD behind a comma where it is not 1 (cv=0: always the same), or a multiple such as 0.5x; write: %s=15ms,cv=1.2"
                        .formatted(place, text.strip(), place));
    }
}
