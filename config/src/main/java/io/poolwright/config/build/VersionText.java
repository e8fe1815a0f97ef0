package io.poolwright.config.build;

import io.poolwright.model.stack.Version;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a version from a range, a placeholder or a word. */
final class VersionText {
    private static final Pattern ONE =
            Pattern.compile("v?\\d{1,6}(?:\\.\\d{1,6}){0,5}(?:[.+_-][A-Za-z][\\w.+-]{0,40}|[A-Za-z][\\w.+-]{0,40})?");

    private VersionText() {}

    /** Reads {@code 3.5.6}, {@code 2.7.18.RELEASE}; empty for {@code latest}, {@code 3.5.x}, ranges and placeholders. */
    static Optional<Version> read(String text) {
        String trimmed = text.strip();
        return ONE.matcher(trimmed).matches() && !trimmed.contains(".x") ? Version.in(trimmed) : Optional.empty();
    }
}
