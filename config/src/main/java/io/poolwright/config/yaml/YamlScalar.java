package io.poolwright.config.yaml;

import io.poolwright.model.Origin;

/**
 * One value, as text.
 *
 * @param text what it says, quotes and escapes undone; never converted to a number or a boolean
 * @param plain whether it stood there without quotes and not as a block
 * @param block whether it is a literal or folded block ({@code |} or {@code >}), whose text begins on the line after
 */
public record YamlScalar(String text, boolean plain, boolean block, Origin origin) implements YamlNode {

    /** Whether a YAML reader would make {@code null} of it: nothing, {@code ~} or {@code null}, unquoted. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }
}
