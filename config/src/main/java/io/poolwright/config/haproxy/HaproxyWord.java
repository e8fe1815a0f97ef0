package io.poolwright.config.haproxy;

import java.util.Objects;

/**
 * One word of a line, quotes and escapes undone.
 *
 * @param text what HAProxy would see, as far as we know it
 * @param known false when part of it comes from an environment we cannot see, or from a template nobody rendered
 */
public record HaproxyWord(String text, boolean known) {
    public HaproxyWord {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
