package io.poolwright.diagnose;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The one hypothesis that is stated as the cause.
 *
 * @param id the hypothesis
 * @param title in a few words
 * @param namedAt the look at which it was first stated
 * @param remedy the parameter to change
 * @param firstAid what eases it at once, if anything does
 */
public record RootCause(String id, String title, Instant namedAt, Optional<Remedy> remedy, Optional<String> firstAid) {
    public RootCause {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(namedAt, "namedAt");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(firstAid, "firstAid");
    }
}
