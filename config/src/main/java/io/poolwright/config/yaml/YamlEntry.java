package io.poolwright.config.yaml;

/**
 * A key with its value.
 *
 * @param merged whether it came through {@code <<}
 */
public record YamlEntry(YamlScalar key, YamlNode value, boolean merged) {

    /** The key's text. */
    public String name() {
        return key.text();
    }
}
