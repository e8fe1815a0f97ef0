package io.poolwright.telemetry;

import io.poolwright.model.Answer;

/**
 * One source that can be asked how it is.
 *
 * <p>It never throws and never waits beyond its own deadline: a source that is down, slow or talking nonsense is silent,
 * with the reason. It is asked by one thread at a time.
 *
 * @param <T> what the source tells when it answers
 */
@FunctionalInterface
public interface Collector<T> {
    /** What the source says now. */
    Answer<T> collect();
}
