package io.poolwright.watch.view;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** One figure on a screen: known, not to be had here, or unknown. What is absent is never zero. */
public sealed interface Cell {

    /** The figure; empty unless it is known. */
    OptionalDouble value();

    /** Why there is no figure; empty text when there is one. */
    String reason();

    /** The figure as text, {@code –} when this layer has no such signal, {@code ?} when it is unknown. */
    String text(DoubleFunction<String> words);

    default boolean known() {
        return value().isPresent();
    }

    static Cell known(double value) {
        return new Known(value);
    }

    static Cell notOffered(String reason) {
        return new NotOffered(reason);
    }

    static Cell unknown(String reason) {
        return new Unknown(reason);
    }

    /**
     * A figure.
     *
     * @param it finite
     */
    record Known(double it) implements Cell {
        public Known {
            if (!Double.isFinite(it)) {
                throw new IllegalArgumentException("a known figure is finite, was " + it);
            }
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(it);
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public String text(DoubleFunction<String> words) {
            return words.apply(it);
        }
    }

    /**
     * There is nothing to tell: this layer has no such signal, or nothing happened that it could be of.
     *
     * @param reason one sentence
     */
    record NotOffered(String reason) implements Cell {
        public NotOffered {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }

        @Override
        public String text(DoubleFunction<String> words) {
            return "–";
        }
    }

    /**
     * It should be known and is not.
     *
     * @param reason one sentence: why, and which property would provide it where that is known
     */
    record Unknown(String reason) implements Cell {
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }

        @Override
        public String text(DoubleFunction<String> words) {
            return "?";
        }
    }
}
