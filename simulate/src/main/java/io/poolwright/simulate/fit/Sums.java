package io.poolwright.simulate.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Sums and means over looks. A number that a look did not tell is left out together with its seconds, never taken as 0. */
final class Sums {
    private final List<Look> looks;

    Sums(List<Look> looks) {
        this.looks = looks;
    }

    double seconds() {
        return looks.stream().mapToDouble(Look::seconds).sum();
    }

    /** A counter's growth a second; NaN when no look tells it. */
    double rate(ToDoubleFunction<Look> counter) {
        double sum = 0;
        double seconds = 0;
        for (Look look : looks) {
            double value = counter.applyAsDouble(look);
            if (!Double.isNaN(value)) {
                sum += value;
                seconds += look.seconds();
            }
        }
        return seconds > 0 ? sum / seconds : Double.NaN;
    }

    /** A level's mean over time; NaN when no look tells it. */
    double level(ToDoubleFunction<Look> level) {
        return rate(look -> level.applyAsDouble(look) * look.seconds());
    }

    /** One sum over another, over the looks that tell both; NaN when the other is 0. */
    double ratio(ToDoubleFunction<Look> of, ToDoubleFunction<Look> to) {
        double above = 0;
        double below = 0;
        for (Look look : looks) {
            double a = of.applyAsDouble(look);
            double b = to.applyAsDouble(look);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                above += a;
                below += b;
            }
        }
        return below > 0 ? above / below : Double.NaN;
    }

    double total(ToDoubleFunction<Look> counter) {
        return looks.stream()
                .mapToDouble(counter)
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    double most(ToDoubleFunction<Look> level) {
        return looks.stream()
                .mapToDouble(level)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /** All uses by how long they took; empty when one look has no histogram. */
    Optional<Histogram> uses() {
        Optional<Histogram> sum = Optional.empty();
        for (Look look : looks) {
            Optional<Histogram> one = look.pool().uses();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            sum = Optional.of(sum.isPresent() ? sum.get().plus(one.get()) : one.get());
        }
        return sum;
    }

    List<Double> ages() {
        List<Double> ages = new ArrayList<>();
        looks.forEach(look -> ages.addAll(look.database().ages()));
        return ages;
    }
}
