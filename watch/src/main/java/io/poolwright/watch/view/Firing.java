package io.poolwright.watch.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;

/**
 * An alert that fires now.
 *
 * @param detector id of the detector that saw it; its page is {@code docs/detectors/<id>.md}
 * @param level how much it asks of people
 * @param title what is wrong, in a few words
 * @param text the number, the limit, where the limit comes from, and why it matters
 * @param since when it began to fire
 */
public record Firing(String detector, Level level, String title, String text, Instant since) {
    /** The most urgent first, of equals the oldest. */
    static final Comparator<Firing> ORDER = Comparator.comparing(Firing::level)
            .reversed()
            .thenComparing(Firing::since)
            .thenComparing(Firing::detector);

    /** Detectors that tell of silence and of nothing else. */
    private static final Set<String> BLIND = Set.of("pool-blind", "target-silent", "blind-spot");

    public Firing {
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(since, "since");
    }

    /** Whether it says no more than that something is not told. */
    boolean blind() {
        return BLIND.contains(detector);
    }
}
