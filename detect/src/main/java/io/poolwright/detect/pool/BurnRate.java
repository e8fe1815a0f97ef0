package io.poolwright.detect.pool;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How fast the error budget of a service level is used up, over one pair of windows.
 *
 * @param rule which pair
 * @param shortRate over the short window, in budgets per period; empty when the window is not seen in full
 * @param longRate over the long window, likewise
 */
public record BurnRate(Rule rule, OptionalDouble shortRate, OptionalDouble longRate) {
    public BurnRate {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(shortRate, "shortRate");
        Objects.requireNonNull(longRate, "longRate");
    }

    /** Whether both windows burn faster than the rule allows: enough to matter, and still going on. */
    public boolean burns() {
        return shortRate.orElse(0) > rule.factor && longRate.orElse(0) > rule.factor;
    }

    /** Whether both windows are seen in full; otherwise the rule cannot tell. */
    public boolean known() {
        return shortRate.isPresent() && longRate.isPresent();
    }

    /** Pairs of windows after the Site Reliability Workbook, chapter 5, for a period of 30 days; worst first. */
    public enum Rule {
        /** 2 % of the month's budget in an hour. */
        FAST(14.4, Duration.ofMinutes(5), Duration.ofHours(1), Severity.CRITICAL),
        /** 5 % in six hours. */
        MEDIUM(6, Duration.ofMinutes(30), Duration.ofHours(6), Severity.CRITICAL),
        /** 10 % in three days. */
        SLOW(1, Duration.ofHours(6), Duration.ofDays(3), Severity.WARNING);

        private final double factor;
        private final Duration shortWindow;
        private final Duration longWindow;
        private final Severity severity;

        Rule(double factor, Duration shortWindow, Duration longWindow, Severity severity) {
            this.factor = factor;
            this.shortWindow = shortWindow;
            this.longWindow = longWindow;
            this.severity = severity;
        }

        /** Budgets per period that are too many. */
        public double factor() {
            return factor;
        }

        public Duration shortWindow() {
            return shortWindow;
        }

        public Duration longWindow() {
            return longWindow;
        }

        public Severity severity() {
            return severity;
        }
    }
}
