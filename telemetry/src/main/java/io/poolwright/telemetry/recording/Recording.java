package io.poolwright.telemetry.recording;

import io.poolwright.model.Tick;
import java.time.Instant;
import java.util.List;

/**
 * What was recorded.
 *
 * @param start when the recording began
 * @param ticks in the order they were written
 * @param cutOff whether a last line was left out because it is not whole: the writer was killed while writing it
 */
public record Recording(Instant start, List<Tick> ticks, boolean cutOff) {
    public Recording {
        ticks = List.copyOf(ticks);
    }
}
