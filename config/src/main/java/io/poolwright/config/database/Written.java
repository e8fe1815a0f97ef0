package io.poolwright.config.database;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Setting;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that somebody wrote down.
 *
 * @param text as written
 * @param origin where
 */
public record Written(String text, Origin origin) {
    public Written {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }

    /** A setting from this text; unresolved where the product would not understand it, or a placeholder stands there. */
    public <T> Setting<T> as(String name, Function<String, Optional<T>> parser) {
        return parser.apply(text)
                .map(value -> Setting.declared(name, value, text, origin))
                .orElseGet(() -> Setting.unresolved(
                        name, "%s at %s, written as '%s'".formatted(name, origin, shortened()), origin));
    }

    private String shortened() {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
