package io.poolwright.config.ini;

import io.poolwright.model.Origin;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of an ini file that says something.
 *
 * @param section name of the section it stands in, without brackets; empty before the first
 * @param key as written, quotes taken off; a directive keeps its mark, as in {@code !include} and {@code %include}
 * @param value as written, quotes taken off and secrets replaced; empty where there is no equals sign
 * @param origin its line
 */
public record IniEntry(String section, String key, Optional<String> value, Origin origin) {
    public IniEntry {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }

    /** The start of a section rather than a setting: some products reset the section's settings there. */
    public boolean opensSection() {
        return key.isEmpty() && value.isEmpty();
    }
}
