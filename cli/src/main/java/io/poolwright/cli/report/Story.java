package io.poolwright.cli.report;

import io.poolwright.detect.Frame;
import io.poolwright.diagnose.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a report is written from.
 *
 * @param title the drill in a few words
 * @param startedAt when the load began
 * @param onset when the fault took effect; empty when nothing was broken
 * @param endedAt when it was over
 * @param environment the components and their versions, in reading order
 * @param moments the timeline, oldest first
 * @param customers what customers saw, one entry a second
 * @param frames what the layers showed, one a second
 * @param conclusion the diagnosis at its fullest; empty when no alert ever fired
 * @param outcome the figures
 */
public record Story(
        String title,
        Instant startedAt,
        Optional<Instant> onset,
        Instant endedAt,
        Map<String, String> environment,
        List<Moment> moments,
        List<CustomerSecond> customers,
        List<Frame> frames,
        Optional<Diagnosis> conclusion,
        Outcome outcome) {
    public Story {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(onset, "onset");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(outcome, "outcome");
        moments = List.copyOf(moments);
        customers = List.copyOf(customers);
        frames = List.copyOf(frames);
    }
}
