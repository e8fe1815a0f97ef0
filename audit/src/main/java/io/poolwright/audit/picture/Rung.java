package io.poolwright.audit.picture;

import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.Optional;

/**
 * One time limit on the way of a request.
 *
 * @param step where on the way: {@code client}, {@code proxy}, {@code application}, {@code pool wait}, {@code driver}, {@code statement}
 * @param name whose limit, with the setting's own name
 * @param time empty when nobody knows it
 * @param at where it is written, if it is
 * @param source where the value comes from, for people
 * @param inversion what is wrong with it beside the limits around it, in a sentence
 */
public record Rung(
        String step,
        String name,
        Optional<Duration> time,
        Optional<Origin> at,
        String source,
        Optional<String> inversion) {

    Rung inverted(String sentence) {
        return new Rung(step, name, time, at, source, Optional.of(sentence));
    }
}
