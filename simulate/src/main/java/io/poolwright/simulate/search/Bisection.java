package io.poolwright.simulate.search;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The rate at which a stack stops holding, found by halving; each question costs a run.
 *
 * <p>What it takes for granted: that a stack which holds a rate holds all lower ones. With the same random numbers at every rate
 * that is so but for a hair's breadth.
 */
final class Bisection {
    /** Two rates closer than this ratio are one. */
    static final double CLOSE = 1.02;
    /** How far from the guess to look, up and down, in doublings. */
    private static final int UP = 3;

    private static final int DOWN = 7;
    /** Runs that one search takes, about. */
    static final int RUNS = 9;

    private Bisection() {}

    /**
     * What was found.
     *
     * @param kind whether it lies where it was looked for
     * @param rate the border; when everything held the highest rate tried, when nothing held the lowest
     */
    record Border(Kind kind, double rate) {}

    /** Whether there is a border. */
    enum Kind {
        FOUND,
        ALL_HELD,
        NONE_HELD
    }

    /**
     * The border.
     *
     * @param holds whether the stack holds a rate; empty once somebody said stop
     * @param guess near which it is expected; above 0
     * @return empty when somebody said stop
     */
    static Optional<Border> find(DoubleFunction<Optional<Boolean>> holds, double guess) {
        double low = guess;
        double high = guess;
        Optional<Boolean> first = holds.apply(guess);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean up = first.get();
        boolean bracketed = false;
        for (int i = 0; i < (up ? UP : DOWN) && !bracketed; i++) {
            double next = up ? high * (i == 0 ? 1.3 : 2) : low / (i == 0 ? 1.3 : 2);
            Optional<Boolean> held = holds.apply(next);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            bracketed = held.get() != up;
            if (up) {
                low = bracketed ? high : next;
                high = next;
            } else {
                high = bracketed ? low : next;
                low = next;
            }
        }
        if (!bracketed) {
            return Optional.of(new Border(up ? Kind.ALL_HELD : Kind.NONE_HELD, up ? high : low));
        }
        while (high / low > CLOSE) {
            double middle = Math.sqrt(low * high);
            Optional<Boolean> held = holds.apply(middle);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            if (held.get()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(new Border(Kind.FOUND, Math.sqrt(low * high)));
    }
}
