package io.poolwright.config.pool;

import io.poolwright.model.Origin;
import java.util.Locale;
import java.util.Objects;

/**
 * One setting of a pool as a person wrote it. Several spellings are one setting: {@code maximumPoolSize},
 * {@code maximum-pool-size} and {@code MAXIMUM_POOL_SIZE}.
 *
 * @param name the product's key, without the prefix of the framework around it
 * @param text as written; secrets were redacted when the file was read
 * @param origin where
 */
public record Written(String name, String text, Origin origin) {
    public Written {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }

    /** The one form that all spellings of a key share: small letters and digits only. */
    public static String canonical(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter != '-' && letter != '_') {
                plain.append(letter);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** The same under another name. */
    public Written named(String other) {
        return new Written(other, text, origin);
    }

    /** Whether the text is the value itself, not a placeholder or a template that somebody else fills in. */
    public boolean known() {
        return !Placeholder.in(text);
    }
}
