package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What customers are promised, as it is written: {@code p99<400ms,good>99%,within<2s}. */
public final class Promise {
    private static final Pattern PART =
            Pattern.compile("(p[0-9.]+|good|within)\\s*(<=?|>=?)\\s*([0-9.]+)\\s*(us|ms|s|min|%)");

    private Promise() {}

    /** Reads one; what is not written is as usual. */
    public static Goal read(String written) {
        double limit = Goal.USUAL.limit();
        double percent = Goal.USUAL.percent();
        double tail = Goal.USUAL.tail();
        double good = Goal.USUAL.goodShare();
        Set<String> seen = new HashSet<>();
        for (String part : written.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip().toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw refused(written, part);
            }
            String subject = matcher.group(1);
            boolean share = subject.equals("good");
            if (share != matcher.group(2).startsWith(">")
                    || share != matcher.group(4).equals("%")) {
                throw refused(written, part);
            }
            if (!seen.add(subject.startsWith("p") ? "p" : subject)) {
                throw new UnmetNeedException(
                        "--slo %s: more than one %s; a promise has one limit of each kind: p99<400ms,good>99%%,within<2s"
                                .formatted(written, subject.startsWith("p") ? "percentile" : subject));
            }
            double number = number(written, part, matcher.group(3));
            if (share) {
                good = number / 100;
            } else if (subject.equals("within")) {
                limit = number * Quantity.seconds(matcher.group(4)).orElseThrow();
            } else {
                percent = number(written, part, subject.substring(1));
                tail = number * Quantity.seconds(matcher.group(4)).orElseThrow();
            }
        }
        try {
            return new Goal(limit, percent, tail, good);
        } catch (IllegalArgumentException e) {
            throw new UnmetNeedException("--slo %s: %s".formatted(written, e.getMessage()));
        }
    }

    private static double number(String written, String part, String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw refused(written, part);
        }
    }

    /** For people: {@code 99 % answered within 2 s, p99 at most 400 ms}. */
    public static String told(Goal goal) {
        return "%s answered well within %s, p%s at most %s"
                .formatted(
                        percent(goal.goodShare()),
                        Say.time(goal.limit()),
                        Spoken.number(goal.percent()),
                        Say.time(goal.tail()));
    }

    private static String percent(double share) {
        return Spoken.number(share * 100) + " %";
    }

    private static UnmetNeedException refused(String written, String part) {
        return new UnmetNeedException(
                "--slo %s: found '%s'; accepted: pNN<TIME, good>SHARE%%, within<TIME, with commas between; write: --slo 'p99<400ms,good>99%%,within<2s'"
                        .formatted(written, part.strip()));
    }
}
