package io.poolwright.watch.view;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict on what is watched, for who reads one line only.
 *
 * @param state how bad it is
 * @param service where; empty text when it is about all
 * @param where what is wrong there: one sentence
 * @param since when it began, where that is known
 * @param cause the probable cause, in a few words; empty when there is none that we may name
 * @param confidence how sure we are of it; empty text without a cause
 * @param change the parameter to change, from what to what; empty text when none is known
 * @param next what to measure next when the cause cannot be told; empty text otherwise
 * @param links where to read on
 */
public record Headline(
        State state,
        String service,
        String where,
        Optional<Instant> since,
        Optional<String> cause,
        String confidence,
        String change,
        String next,
        List<Link> links) {
    public Headline {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(next, "next");
        links = List.copyOf(links);
    }

    /**
     * Where to read on.
     *
     * @param label what is there
     * @param path within the web interface
     */
    public record Link(String label, String path) {
        public Link {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(path, "path");
        }
    }
}
