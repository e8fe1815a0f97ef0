package io.poolwright.model.stack;

import io.poolwright.model.Origin;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One configuration value in force, and how we came to know it. Absence is never zero.
 *
 * @param <T> a type that carries its unit: {@code Duration}, {@code Bytes}, {@code Long} for counts, {@code Boolean}, {@code String}
 */
public sealed interface Setting<T> {

    /** The product's own name for it. */
    String name();

    /** The value in force; throws {@link UnknownSettingException} when nobody knows it. */
    T get();

    /** Where a person wrote it. */
    default Optional<Origin> origin() {
        return Optional.empty();
    }

    /** What a person wrote, if somebody did. */
    default Optional<String> written() {
        return Optional.empty();
    }

    /** Whether a value is known. */
    default boolean isKnown() {
        return true;
    }

    /** Whether a person wrote it down, even when the product then puts another value in its place. */
    default boolean isDeclared() {
        return origin().isPresent();
    }

    /** Whether the value hangs on a version that we had to guess. */
    default boolean isGuessed() {
        return false;
    }

    /** Where the value comes from, for people: {@code application.yml:12}, {@code default of HikariCP 7.1}. */
    String source();

    /** The same setting with another view of its value; what is unknown stays unknown. */
    <R> Setting<R> map(Function<? super T, ? extends R> view);

    /**
     * Written down by a person, and taken as written.
     *
     * @param text as written, secrets taken out
     */
    record Declared<T>(String name, T get, String text, Origin at) implements Setting<T> {
        public Declared {
            Objects.requireNonNull(get, name);
            Objects.requireNonNull(at, name);
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(at);
        }

        @Override
        public Optional<String> written() {
            return Optional.of(text);
        }

        @Override
        public String source() {
            return at.toString();
        }

        @Override
        public <R> Setting<R> map(Function<? super T, ? extends R> view) {
            return new Declared<>(name, view.apply(get), text, at);
        }
    }

    /**
     * Written down by a person, and replaced by the product.
     *
     * @param text as written
     * @param because why the product puts another value in its place, in a clause
     */
    record Replaced<T>(String name, T get, String text, Origin at, String because) implements Setting<T> {
        public Replaced {
            Objects.requireNonNull(get, name);
            Objects.requireNonNull(at, name);
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(at);
        }

        @Override
        public Optional<String> written() {
            return Optional.of(text);
        }

        @Override
        public String source() {
            return at + ", " + because;
        }

        @Override
        public <R> Setting<R> map(Function<? super T, ? extends R> view) {
            return new Replaced<>(name, view.apply(get), text, at, because);
        }
    }

    /**
     * Not written down; the product's documented default applies.
     *
     * @param of whose default, such as {@code HikariCP 7.1}
     * @param guessed whether the version is a guess and another version has another default
     */
    record Defaulted<T>(String name, T get, String of, boolean guessed) implements Setting<T> {
        public Defaulted {
            Objects.requireNonNull(get, name);
        }

        @Override
        public boolean isGuessed() {
            return guessed;
        }

        @Override
        public String source() {
            return "default of " + of;
        }

        @Override
        public <R> Setting<R> map(Function<? super T, ? extends R> view) {
            return new Defaulted<>(name, view.apply(get), of, guessed);
        }
    }

    /**
     * Not known: not written down with no default that certainly applies, or written in a way that cannot be resolved.
     *
     * @param missing what is not known and how to supply it, such as {@code max_connections of 'db' (not in the files)}
     * @param at where it is written, when it is but cannot be resolved
     */
    record Unknown<T>(String name, String missing, Optional<Origin> at) implements Setting<T> {
        @Override
        public T get() {
            throw new UnknownSettingException(missing);
        }

        @Override
        public Optional<Origin> origin() {
            return at;
        }

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public String source() {
            return "unknown: " + missing;
        }

        @Override
        public <R> Setting<R> map(Function<? super T, ? extends R> view) {
            return new Unknown<>(name, missing, at);
        }
    }

    /** Written down and taken as written. */
    static <T> Setting<T> declared(String name, T value, String text, Origin at) {
        return new Declared<>(name, value, text, at);
    }

    /** Written down and replaced. */
    static <T> Setting<T> replaced(String name, T value, String text, Origin at, String because) {
        return new Replaced<>(name, value, text, at, because);
    }

    /** A default that is the same in every version that matters. */
    static <T> Setting<T> defaulted(String name, T value, String of) {
        return new Defaulted<>(name, value, of, false);
    }

    /** A default of a version that had to be guessed. */
    static <T> Setting<T> guessed(String name, T value, String of) {
        return new Defaulted<>(name, value, of, true);
    }

    /** Not known and not written. */
    static <T> Setting<T> unknown(String name, String missing) {
        return new Unknown<>(name, missing, Optional.empty());
    }

    /** Written in a way that cannot be resolved, such as a placeholder without a value. */
    static <T> Setting<T> unresolved(String name, String missing, Origin at) {
        return new Unknown<>(name, missing, Optional.of(at));
    }
}
