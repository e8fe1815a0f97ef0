package io.poolwright.config.haproxy;

import java.util.Optional;

/** One conditional block that is open, and the branch of it that is being read. */
final class HaproxyBlock {
    private final boolean template;
    private Optional<Integer> branch = Optional.empty();
    private boolean skipped;
    private boolean taken; // a branch is certain: those after it are not read
    private boolean doubtful; // an undecided branch came before: those after it are not certain

    HaproxyBlock(boolean template) {
        this.template = template;
    }

    boolean template() {
        return template;
    }

    /** The number of the present branch when nobody can tell whether it is read. */
    Optional<Integer> branch() {
        return branch;
    }

    /** Whether HAProxy certainly passes the present branch over. */
    boolean skipped() {
        return skipped;
    }

    /**
     * Goes on to the next branch.
     *
     * @param condition its condition, empty when we cannot decide it
     * @param number the branch's, if it needs one
     * @return whether it needed the number
     */
    boolean enter(Optional<Boolean> condition, int number) {
        skipped = taken || condition.equals(Optional.of(false));
        boolean undecided = !skipped && (condition.isEmpty() || doubtful);
        branch = undecided ? Optional.of(number) : Optional.empty();
        taken |= !skipped && condition.isPresent();
        doubtful |= undecided;
        return undecided;
    }
}
