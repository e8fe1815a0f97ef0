package io.poolwright.config.spring;

import io.poolwright.model.Origin;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One property's value in force.
 *
 * @param name the key where it is written, in its own spelling
 * @param shown for people, secrets redacted: placeholders followed as far as they lead, the others as written
 * @param text placeholders followed; empty when one of them leads nowhere that we can see
 * @param missing the placeholders that lead nowhere
 * @param origin where the value in force stands: for {@code ${POOL_SIZE:10}} the line of {@code POOL_SIZE} where it is set
 * @param declared where the key stands, when that is another place
 */
public record SpringValue(
        String name, String shown, Optional<String> text, List<String> missing, Origin origin, Origin declared) {
    public SpringValue {
        missing = List.copyOf(missing);
    }

    /** Whether it is set to nothing, which binds as if it were not set. */
    public boolean isBlank() {
        return text.isPresent() && text.get().isBlank();
    }

    /** As a whole number; empty when unknown or none. */
    public Optional<Integer> integer() {
        return text.flatMap(SpringConversion::integer);
    }

    /** As a boolean; empty when unknown or none. */
    public Optional<Boolean> bool() {
        return text.flatMap(SpringConversion::bool);
    }

    /** As a duration whose bare number counts in a unit; empty when unknown or none. */
    public Optional<Duration> duration(ChronoUnit bare) {
        return text.flatMap(value -> SpringConversion.duration(value, bare));
    }
}
