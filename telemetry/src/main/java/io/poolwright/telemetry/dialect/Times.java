package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of one timer, whether it is a summary, a histogram or both: total, count, longest, 95th percentile. The unit
 * is the one that the name ends in, and only without one the product's own.
 *
 * @param base the name without unit and suffix
 * @param ownUnit seconds in one unit of a name that has no unit
 */
record Times(String base, double ownUnit, Part sum, Part count, Part max, Part p95) {
    static Times waits(String base, double ownUnit) {
        return new Times(
                base,
                ownUnit,
                Part.of(Signal.WAIT_SECONDS),
                Part.of(Signal.WAITS),
                Part.of(Signal.WAIT_MAX),
                Part.of(Signal.WAIT_P95));
    }

    static Times uses(String base, double ownUnit) {
        return new Times(
                base,
                ownUnit,
                Part.of(Signal.USE_SECONDS),
                Part.of(Signal.USES),
                Part.of(Signal.USE_MAX),
                Part.of(Signal.USE_P95));
    }

    static Times creations(String base, double ownUnit) {
        return new Times(base, ownUnit, Part.of(Signal.CREATE_SECONDS), Part.of(Signal.CREATED), Part.NONE, Part.NONE);
    }

    /** Which number of the timer the series is; empty when it is none of it. */
    Optional<Binding> bind(Series series, Tier tier, String pool) {
        if (!series.name().startsWith(base)) {
            return Optional.empty();
        }
        String rest = series.name().substring(base.length());
        double unit = ownUnit;
        for (Unit named : Unit.values()) {
            if (rest.startsWith(named.suffix)) {
                unit = named.seconds;
                rest = rest.substring(named.suffix.length());
                break;
            }
        }
        double seconds = unit;
        return switch (rest) {
            case "_sum" -> sum.binding(tier, pool).map(it -> it.times(seconds));
            case "_count" -> count.binding(tier, pool);
            case "_max" -> max.binding(tier, pool).map(it -> it.times(seconds));
            case "_bucket" -> bucket(series, tier, pool, seconds);
            case "" -> quantile(series, tier, pool, seconds);
            default -> Optional.empty();
        };
    }

    private Optional<Binding> bucket(Series series, Tier tier, String pool, double unit) {
        Optional<Double> bound = number(series.labels().getOrDefault("le", ""));
        return bound.flatMap(
                upTo -> p95.binding(tier, pool).map(it -> it.times(unit).bucket(upTo)));
    }

    private Optional<Binding> quantile(Series series, Tier tier, String pool, double unit) {
        boolean wanted = number(series.labels().getOrDefault("quantile", "")).equals(Optional.of(0.95));
        return wanted
                ? p95.binding(tier, pool)
                        .map(it -> it.times(unit).odd("the page gives no percentile while nothing was recorded"))
                : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        if (text.toLowerCase(Locale.ROOT).matches("\\+?inf")) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty(); // a bucket without a bound is no bucket
        }
    }

    /** A number of the timer, or none where nobody asks for it. */
    record Part(Optional<Signal> signal) {
        static final Part NONE = new Part(Optional.empty());

        static Part of(Signal signal) {
            return new Part(Optional.of(signal));
        }

        Optional<Binding> binding(Tier tier, String pool) {
            return signal.map(it -> Binding.of(tier, pool, it));
        }
    }

    private enum Unit {
        MILLISECONDS("_milliseconds", 1e-3),
        MICROSECONDS("_microseconds", 1e-6),
        NANOSECONDS("_nanoseconds", 1e-9),
        SECONDS("_seconds", 1);

        private final String suffix;
        private final double seconds;

        Unit(String suffix, double seconds) {
            this.suffix = suffix;
            this.seconds = seconds;
        }
    }
}
