package io.poolwright.simulate.search;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * How a long computation is carried on.
 *
 * @param workers who runs what is independent; the results do not depend on them
 * @param progress who is told
 * @param goOn asked before each run; once it says no, what is there so far is the answer
 */
public record Conduct(Workers workers, Progress progress, BooleanSupplier goOn) {
    /** One thread, nobody told, to the end. */
    public static final Conduct PLAIN = new Conduct(Workers.sequential(), Progress.SILENT, () -> true);

    public Conduct {
        Objects.requireNonNull(workers, "workers");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(goOn, "goOn");
    }
}
