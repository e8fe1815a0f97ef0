package io.poolwright.config.wordpress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a PHP expression says, as far as it can be known without running it: pieces joined by the dot.
 *
 * @param parts in order; never empty
 */
public record PhpValue(List<Part> parts) {
    public PhpValue {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a value has at least one part");
        }
    }

    /** One piece of a value. */
    public sealed interface Part {
        /** The text where it is known. */
        default Optional<String> known() {
            return Optional.empty();
        }
    }

    /** A string or number that is written out. */
    public record Text(String text) implements Part {
        @Override
        public Optional<String> known() {
            return Optional.of(text);
        }
    }

    /** A constant by its name, such as {@code ABSPATH} or {@code true}; {@code dirname(__FILE__)} counts as {@code __DIR__}. */
    public record Constant(String name) implements Part {}

    /** A value from the environment, with the default that is written beside it. */
    public record Environment(String name, Optional<String> otherwise) implements Part {}

    /** Anything else. */
    public record Unknown() implements Part {}

    /** The whole text, where every piece of it is written out. */
    public Optional<String> text() {
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            if (part.known().isEmpty()) {
                return Optional.empty();
            }
            joined.append(part.known().orElseThrow());
        }
        return Optional.of(joined.toString());
    }

    /** The truth of a literal: {@code true}, {@code 1}, {@code 'yes'} against {@code false}, {@code 0}, {@code ''}. */
    public Optional<Boolean> truth() {
        if (parts.size() == 1 && parts.get(0) instanceof Constant constant) {
            return switch (constant.name().toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false", "null" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        return text().map(literal -> !literal.isEmpty() && !literal.equals("0"));
    }
}
