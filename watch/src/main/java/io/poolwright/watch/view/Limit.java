package io.poolwright.watch.view;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting that limits a pool, as it is written and as it is in force; what the watch hands in.
 *
 * @param name for people, such as {@code max connections}
 * @param property the product's own name for it
 * @param configured the value in a file, with its unit; empty when no file says
 * @param origin file and line of it; empty text when no file says
 * @param effective the value that the running product has, with its unit; empty when it does not tell
 * @param source where that was read; empty text when it was not
 * @param differs whether the two are known to differ in what they mean, not only in how they are written
 * @param before the value in force before the last change, if one was seen
 * @param changedAt when it was seen to change
 * @param why why the product does not take the configured value, where that is known; else empty text
 */
public record Limit(
        String name,
        String property,
        Optional<String> configured,
        String origin,
        Optional<String> effective,
        String source,
        boolean differs,
        Optional<String> before,
        Optional<Instant> changedAt,
        String why) {
    public Limit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(configured, "configured");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(effective, "effective");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(why, "why");
    }

    /** A setting in force of which no file and no change is known. */
    public static Limit inForce(String name, String property, String value, String source) {
        return new Limit(
                name,
                property,
                Optional.empty(),
                "",
                Optional.of(value),
                source,
                false,
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
