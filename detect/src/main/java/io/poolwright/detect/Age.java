package io.poolwright.detect;

import java.time.Duration;

/** How long an instance has been running. Its first seconds are unlike all others. */
public final class Age {
    /** By then a pool has opened most of them, and its gauges, up to a second old, say so. */
    private static final Duration COUNTED = Duration.ofSeconds(4);
    /** By then a pool has opened the connections that it starts with. */
    private static final Duration FILLED = Duration.ofSeconds(6);
    /** By then the code that serves requests is compiled. */
    private static final Duration GROWN = Duration.ofSeconds(15);

    private Age() {}

    /** Whether an instance answered and its pool's count can be held against the database's. */
    static boolean counted(Frame frame, Frame.Service service) {
        return atLeast(COUNTED, frame, service);
    }

    /** Whether an instance answered and has filled its pool. */
    public static boolean filled(Frame frame, Frame.Service service) {
        return atLeast(FILLED, frame, service);
    }

    /** Whether an instance answered and works as it will from now on. */
    public static boolean grown(Frame frame, Frame.Service service) {
        return atLeast(GROWN, frame, service);
    }

    private static boolean atLeast(Duration age, Frame frame, Frame.Service service) {
        return service.now()
                .value()
                .filter(sample ->
                        Duration.between(sample.startedAt(), frame.at()).compareTo(age) >= 0)
                .isPresent();
    }
}
