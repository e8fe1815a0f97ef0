package io.poolwright.config.haproxy;

import io.poolwright.model.Origin;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a configuration says about one setting, after inheritance: written, certainly not written, or not to be told.
 *
 * @param <T> the type of the value
 */
public sealed interface HaproxyValue<T> {

    /** The value, when somebody wrote it down. */
    Optional<T> written();

    /** The place of the line that says it, or that leaves it in doubt. */
    Optional<Origin> origin();

    /** Whether nobody wrote it down, so that HAProxy's own default applies. */
    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /** Whether the files do not decide it. */
    default boolean isUndecided() {
        return this instanceof Undecided;
    }

    /** The same, read as something else; what cannot be read so is undecided. */
    <U> HaproxyValue<U> as(String expected, Function<? super T, Optional<U>> reading);

    /**
     * Written down.
     *
     * @param value as HAProxy understands it
     * @param raw as it is written
     * @param line the line
     * @param inherited whether a defaults section or a {@code default-server} line says it
     */
    record Written<T>(T value, String raw, Origin line, boolean inherited) implements HaproxyValue<T> {
        public Written {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(line, "line");
        }

        @Override
        public Optional<T> written() {
            return Optional.of(value);
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(line);
        }

        @Override
        public <U> HaproxyValue<U> as(String expected, Function<? super T, Optional<U>> reading) {
            Optional<U> read = reading.apply(value);
            return read.isPresent()
                    ? new Written<>(read.get(), raw, line, inherited)
                    : new Undecided<>("'%s' is not %s".formatted(raw, expected), Optional.of(line));
        }
    }

    /** Nowhere written down. */
    record Absent<T>() implements HaproxyValue<T> {
        @Override
        public Optional<T> written() {
            return Optional.empty();
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.empty();
        }

        @Override
        public <U> HaproxyValue<U> as(String expected, Function<? super T, Optional<U>> reading) {
            return new Absent<>();
        }
    }

    /**
     * Not to be told from the files.
     *
     * @param reason why, for people
     * @param origin the line that leaves it in doubt, if one does
     */
    record Undecided<T>(String reason, Optional<Origin> origin) implements HaproxyValue<T> {
        public Undecided {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public Optional<T> written() {
            return Optional.empty();
        }

        @Override
        public <U> HaproxyValue<U> as(String expected, Function<? super T, Optional<U>> reading) {
            return new Undecided<>(reason, origin);
        }
    }
}
