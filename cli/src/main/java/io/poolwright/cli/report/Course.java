package io.poolwright.cli.report;

import io.poolwright.detect.Frame;
import io.poolwright.detect.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The course of the trouble: when it began, when it was mended, when it was over.
 *
 * @param story what happened
 */
record Course(Story story) {

    /** Onset of the fault, or else the first alert; empty when there was neither. */
    Optional<Instant> began() {
        return story.onset().or(() -> first(Moment.Kind.ALERT));
    }

    Optional<Instant> fixed() {
        return first(Moment.Kind.FIX);
    }

    /** When customers were served as before; empty when that was not seen. */
    Optional<Instant> recovered() {
        if (!story.outcome().recovered()) {
            return Optional.empty();
        }
        OptionalDouble after = story.outcome().recoveredAfter();
        return first(Moment.Kind.RECOVERY)
                .or(() -> after.isEmpty()
                        ? Optional.empty()
                        : fixed().map(fix -> fix.plusMillis(Math.round(after.getAsDouble() * 1000))));
    }

    Optional<Instant> first(Moment.Kind kind) {
        return moments(kind).stream().map(Moment::at).findFirst();
    }

    List<Moment> moments(Moment.Kind kind) {
        return moments().stream().filter(moment -> moment.kind() == kind).toList();
    }

    /** The timeline, oldest first whatever order it came in. */
    List<Moment> moments() {
        return story.moments().stream().sorted(Comparator.comparing(Moment::at)).toList();
    }

    /** When customers' trouble ended: recovery, or else the end of the story. */
    Instant over() {
        return recovered().orElse(story.endedAt());
    }

    /** Layers before the trouble; the whole story when there was none. */
    Window before() {
        return frames(story.startedAt(), began().orElse(story.endedAt().plusMillis(1)));
    }

    /** Layers from the onset to the fix. */
    Window during() {
        return began().map(onset -> frames(onset, fixed().orElseGet(this::over)))
                .orElseGet(() -> new Window(List.of()));
    }

    /** Layers from the recovery on. */
    Window after() {
        return recovered()
                .filter(at -> began().isPresent())
                .map(at -> frames(at, story.endedAt().plusMillis(1)))
                .orElseGet(() -> new Window(List.of()));
    }

    Window frames(Instant from, Instant to) {
        return new Window(story.frames().stream()
                .filter((Frame frame) ->
                        !frame.at().isBefore(from) && frame.at().isBefore(to))
                .toList());
    }

    List<CustomerSecond> customers(Instant from, Instant to) {
        return story.customers().stream()
                .filter(second -> !second.at().isBefore(from) && second.at().isBefore(to))
                .toList();
    }

    /** Seconds since the load began. */
    double second(Instant at) {
        return Utc.seconds(story.startedAt(), at);
    }

    static OptionalDouble mean(List<CustomerSecond> seconds, ToDoubleFunction<CustomerSecond> question) {
        return seconds.stream().mapToDouble(question).filter(Double::isFinite).average();
    }
}
