package io.poolwright.drill.load;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A distribution of durations as an HdrHistogram of microseconds with three significant digits.
 *
 * @param encoded V2 compressed form in base64, as in HdrHistogram's log format
 * @param count durations in it
 */
public record Durations(String encoded, long count) {
    private static final double MICROS = 1e6;

    public Durations {
        Objects.requireNonNull(encoded, "encoded");
    }

    static Durations of(Histogram micros) {
        ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(buffer);
        byte[] bytes = new byte[length];
        buffer.flip().get(bytes);
        return new Durations(Base64.getEncoder().encodeToString(bytes), micros.getTotalCount());
    }

    static Durations merged(Collection<Durations> parts) {
        Histogram sum = recorder();
        parts.forEach(part -> sum.add(part.histogram()));
        return of(sum);
    }

    /** An empty histogram that takes microseconds and grows as needed; sized for a minute from the start. */
    static Histogram recorder() {
        Histogram histogram = new Histogram(1, 60_000_000, 3);
        histogram.setAutoResize(true);
        return histogram;
    }

    /** The duration, in seconds, that {@code percent} per cent do not exceed; empty when there is none at all. */
    public OptionalDouble percentile(double percent) {
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(histogram().getValueAtPercentile(percent) / MICROS);
    }

    private Histogram histogram() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("not a V2 compressed histogram: " + encoded, e);
        }
    }
}
