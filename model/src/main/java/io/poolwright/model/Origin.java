package io.poolwright.model;

import java.util.Objects;

/**
 * The place where a person wrote something down.
 *
 * @param file path as it was given to the reader
 * @param line counted from 1
 */
public record Origin(String file, int line) {
    public Origin {
        Objects.requireNonNull(file, "file");
        if (line < 1) {
            throw new IllegalArgumentException("%s: lines count from 1, was %d".formatted(file, line));
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
