package io.poolwright.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;

/**
 * The scales: takes a hypothesis' conditions one by one and adds up what they weigh.
 *
 * <p>A necessary condition that is measured and false refutes. One that cannot be measured leaves the hypothesis open:
 * missing data clears nobody and convicts nobody. A supporting condition only adds.
 */
public final class Weighing {
    /** Odds of a hundred to one. */
    public static final double ENOUGH = 20;
    /** What a refutation takes away; more than all support together can give. */
    private static final double REFUTATION = -60;

    private final List<Evidence> evidence = new ArrayList<>();

    /** A necessary condition. */
    public Weighing needs(
            OptionalDouble measured,
            DoublePredicate holds,
            double decibans,
            DoubleFunction<String> whenItHolds,
            DoubleFunction<String> whenItFails,
            String whatIsMissing) {
        if (measured.isEmpty()) {
            evidence.add(new Evidence(Evidence.Side.MISSING, whatIsMissing, 0));
        } else if (holds.test(measured.getAsDouble())) {
            evidence.add(new Evidence(Evidence.Side.FOR, whenItHolds.apply(measured.getAsDouble()), decibans));
        } else {
            evidence.add(new Evidence(Evidence.Side.REFUTES, whenItFails.apply(measured.getAsDouble()), REFUTATION));
        }
        return this;
    }

    /** A supporting condition: adds its weight when it is measured and true, and says nothing otherwise. */
    public Weighing supports(
            OptionalDouble measured, DoublePredicate holds, double decibans, DoubleFunction<String> whenItHolds) {
        if (measured.isPresent() && holds.test(measured.getAsDouble())) {
            evidence.add(new Evidence(Evidence.Side.FOR, whenItHolds.apply(measured.getAsDouble()), decibans));
        }
        return this;
    }

    /** A condition that speaks against without refuting. */
    public Weighing weakens(
            OptionalDouble measured, DoublePredicate holds, double decibans, DoubleFunction<String> whenItHolds) {
        if (measured.isPresent() && holds.test(measured.getAsDouble())) {
            evidence.add(new Evidence(Evidence.Side.AGAINST, whenItHolds.apply(measured.getAsDouble()), -decibans));
        }
        return this;
    }

    boolean refuted() {
        return evidence.stream().anyMatch(piece -> piece.side() == Evidence.Side.REFUTES);
    }

    boolean open() {
        return evidence.stream().anyMatch(piece -> piece.side() == Evidence.Side.MISSING);
    }

    double decibans() {
        return evidence.stream().mapToDouble(Evidence::decibans).sum();
    }

    /** Every necessary condition measured and true, and the weight enough. */
    boolean convincing() {
        return !refuted() && !open() && decibans() >= ENOUGH;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }
}
