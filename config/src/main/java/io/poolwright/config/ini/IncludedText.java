package io.poolwright.config.ini;

import java.util.Objects;

/**
 * A file that another includes.
 *
 * @param file its name for people; two texts with one name are one file
 * @param text what it says
 */
public record IncludedText(String file, String text) {
    public IncludedText {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
    }
}
