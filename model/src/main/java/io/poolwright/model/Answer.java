package io.poolwright.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one look at a source gave: a value, or silence with its reason, or that there is no such source. Silence is never zero,
 * and a source that nobody watches is not silent.
 *
 * @param <T> what the source tells when it answers
 */
public sealed interface Answer<T> {

    /** The value, or empty when the source was silent. */
    Optional<T> value();

    /** The answer to a question about the value; silence stays the same silence. */
    <R> Answer<R> map(Function<? super T, ? extends R> question);

    /** The answer to a question that may itself meet silence. */
    <R> Answer<R> flatMap(Function<? super T, Answer<R>> question);

    /** A source that answered. */
    static <T> Answer<T> of(T value) {
        return new Answered<>(value);
    }

    /** A source that did not answer, or whose answer lacks what was asked for. */
    static <T> Answer<T> silent(String reason) {
        return new Silent<>(reason);
    }

    /** A source that nobody has declared: nothing is wrong with it, and nothing is known of it. */
    static <T> Answer<T> unwatched(String what) {
        return new Unwatched<>(what);
    }

    /**
     * The source answered.
     *
     * @param it what it said
     */
    record Answered<T>(T it) implements Answer<T> {
        public Answered {
            Objects.requireNonNull(it, "it");
        }

        @Override
        public Optional<T> value() {
            return Optional.of(it);
        }

        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> question) {
            return new Answered<>(question.apply(it));
        }

        @Override
        public <R> Answer<R> flatMap(Function<? super T, Answer<R>> question) {
            return question.apply(it);
        }
    }

    /**
     * The source did not answer.
     *
     * @param reason one sentence: which source, and what it did instead
     */
    record Silent<T>(String reason) implements Answer<T> {
        public Silent {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> question) {
            return new Silent<>(reason);
        }

        @Override
        public <R> Answer<R> flatMap(Function<? super T, Answer<R>> question) {
            return new Silent<>(reason);
        }
    }

    /**
     * There is no such source.
     *
     * @param what what is not watched, such as {@code a load balancer}
     */
    record Unwatched<T>(String what) implements Answer<T> {
        public Unwatched {
            Objects.requireNonNull(what, "what");
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> Answer<R> map(Function<? super T, ? extends R> question) {
            return new Unwatched<>(what);
        }

        @Override
        public <R> Answer<R> flatMap(Function<? super T, Answer<R>> question) {
            return new Unwatched<>(what);
        }
    }
}
