package io.poolwright.config.spring;

import io.poolwright.config.Secrets;
import io.poolwright.model.Origin;
import java.util.Optional;

/**
 * One property as one place states it, placeholders not yet followed.
 *
 * @param key in its own spelling, {@code a.b[0].c}
 * @param text as written, secrets redacted; empty when something is set there but what is not known
 * @param origin where the key stands
 */
public record SpringProperty(String key, Optional<String> text, Origin origin) {

    /** A property whose text is known. */
    public static SpringProperty of(String key, String text, Origin origin) {
        return new SpringProperty(key, Optional.of(Secrets.redacted(key, text)), origin);
    }
}
