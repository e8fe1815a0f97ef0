package io.poolwright.telemetry.jmx;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Bounded;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import java.time.Clock;
import java.time.Duration;

/**
 * The pools and request threads of one JVM, seen over JMX. Reads a fixed list of attributes; sets nothing, calls nothing,
 * and accepts nothing but numbers, texts and names in return.
 */
public final class LiveJmx implements Collector<Seen>, AutoCloseable {
    private final Bounded<Seen> bounded;

    private LiveJmx(Bounded<Seen> bounded) {
        this.bounded = bounded;
    }

    /**
     * Connects with the first look.
     *
     * @param target which JVM
     * @param clock when beans are looked for again
     * @param deadline longest a look takes
     */
    public static LiveJmx of(Owner owner, JmxTarget target, Clock clock, Duration deadline) {
        JmxSession session = new JmxSession(owner, target, clock);
        return new LiveJmx(new Bounded<>(target.name(), session, session, clock, deadline));
    }

    @Override
    public Answer<Seen> collect() {
        return bounded.collect();
    }

    @Override
    public void close() {
        bounded.close();
    }
}
