package io.poolwright.watch.eye;

import io.poolwright.watch.targets.Target;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a target has been answering.
 *
 * @param target which
 * @param answering whether it answered at the last look
 * @param since since when that is so; empty before the first look
 * @param reason why it is silent; empty text while it answers
 * @param pools how many pools it tells of
 * @param notices what should be known about the target itself
 */
public record TargetState(
        Target target, boolean answering, Optional<Instant> since, String reason, int pools, List<String> notices) {
    public TargetState {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
        notices = List.copyOf(notices);
    }

    static TargetState unasked(Target target) {
        return new TargetState(target, false, Optional.empty(), "not asked yet", 0, List.of());
    }
}
