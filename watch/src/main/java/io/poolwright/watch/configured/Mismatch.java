package io.poolwright.watch.configured;

import io.poolwright.model.live.InForce;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import java.util.Objects;

/**
 * A setting that runs with another value than the one that its files give it.
 *
 * @param part whose
 * @param configured what the files come to
 * @param running the value in force, of the type of the configured one
 * @param told where that was read
 */
public record Mismatch(Part part, Setting<?> configured, Object running, InForce told) {
    public Mismatch {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(configured, "configured");
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(told, "told");
    }

    /** One sentence with both values and where each comes from. */
    public String text() {
        return "%s of %s is configured as %s (%s) and runs with %s (%s)"
                .formatted(
                        told.setting(),
                        part,
                        Value.say(configured.get()),
                        configured.source(),
                        Value.say(running),
                        told.source());
    }
}
