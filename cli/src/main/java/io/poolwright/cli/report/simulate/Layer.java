package io.poolwright.cli.report.simulate;

import java.util.OptionalDouble;

/**
 * One layer of the stack in a run: what it has, what is used of it, who waits before it.
 *
 * @param name such as {@code pool}
 * @param counts what is counted: connections, workers, processors
 * @param limit of all instances together; empty when there is none
 * @param used on average
 * @param waiting on average; empty where nobody can wait
 * @param full rate at which it is used up, in requests/s; empty when it never is
 */
public record Layer(
        String name, String counts, OptionalDouble limit, double used, OptionalDouble waiting, OptionalDouble full) {

    /** Used of the limit, 0 to 1; empty without a limit. */
    public OptionalDouble utilisation() {
        return limit.isPresent() && limit.getAsDouble() > 0
                ? OptionalDouble.of(used / limit.getAsDouble())
                : OptionalDouble.empty();
    }
}
