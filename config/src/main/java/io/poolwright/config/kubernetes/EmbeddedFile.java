package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;

/**
 * A file that stands inside a manifest as the value of a key.
 *
 * @param name the key
 * @param text all of it
 * @param origin where its first line stands
 * @param exact whether each of its lines is a line of the manifest; if not, all of them stand at {@code origin}
 */
public record EmbeddedFile(String name, String text, Origin origin, boolean exact) {

    static EmbeddedFile of(String name, YamlScalar value) {
        Origin at = value.origin();
        return value.block()
                ? new EmbeddedFile(name, value.text(), new Origin(at.file(), at.line() + 1), true)
                : new EmbeddedFile(name, value.text(), at, !value.text().contains("\n"));
    }

    /** Lines of the manifest above the first line of this file. */
    public int linesBefore() {
        return origin.line() - 1;
    }
}
