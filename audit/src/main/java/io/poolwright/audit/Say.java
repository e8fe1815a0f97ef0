package io.poolwright.audit;

import io.poolwright.model.stack.Bound;
import java.time.Duration;
import java.util.Locale;

/** Writes numbers for people, one way everywhere. */
public final class Say {
    private Say() {}

    /** A time: {@code 250 ms}, {@code 30 s}, {@code 1 min 30 s}, {@code 8 h}, {@code no limit}. */
    public static String time(Duration time) {
        if (Bound.isForever(time)) {
            return "no limit";
        }
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis % 1000 != 0) {
            return millis < 60_000
                    ? trimmed(millis / 1000.0) + " s"
                    : time(Duration.ofSeconds(millis / 1000)) + " " + millis % 1000 + " ms";
        }
        long seconds = millis / 1000;
        if (seconds < 120) {
            return seconds + " s";
        }
        String text = "";
        long[] sizes = {86_400, 3_600, 60, 1};
        String[] units = {"d", "h", "min", "s"};
        for (int i = 0; i < sizes.length; i++) {
            if (seconds / sizes[i] > 0) {
                text += (text.isEmpty() ? "" : " ") + seconds / sizes[i] + " " + units[i];
                seconds %= sizes[i];
            }
        }
        return text;
    }

    /** A count: {@code 20}, {@code 10,000}, {@code unlimited}. */
    public static String count(long count) {
        return count == Bound.UNLIMITED ? "unlimited" : String.format(Locale.ROOT, "%,d", count);
    }

    /** A count with its noun: {@code 1 replica}, {@code 3 replicas}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String trimmed(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
