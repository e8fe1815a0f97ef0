package io.poolwright.drill.load;

import io.netty.channel.EventLoop;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls that wait for something, in order of their deadlines, watched by a single timer.
 *
 * <p>All wait equally long, so the order they begin in is the order they expire in, and adding and removing one costs the
 * same however many are waiting.
 */
final class Deadlines {
    private final EventLoop loop;
    private final RunClock clock;
    private final Consumer<Call> expired;
    private final Set<Call> waiting = new LinkedHashSet<>();
    private boolean armed;

    /** {@code expired} takes each call whose deadline has passed, already removed. */
    Deadlines(EventLoop loop, RunClock clock, Consumer<Call> expired) {
        this.loop = loop;
        this.clock = clock;
        this.expired = expired;
    }

    void add(Call call) {
        waiting.add(call);
        if (!armed) {
            arm(call.deadline());
        }
    }

    /** Takes the call that has waited longest, so that it expires no more. */
    Optional<Call> poll() {
        Iterator<Call> oldest = waiting.iterator();
        if (!oldest.hasNext()) {
            return Optional.empty();
        }
        Call call = oldest.next();
        oldest.remove();
        return Optional.of(call);
    }

    void clear() {
        waiting.clear();
    }

    void remove(Call call) {
        waiting.remove(call);
    }

    private void arm(long deadline) {
        armed = true;
        var unused = loop.schedule(this::sweep, deadline - clock.nanos(), TimeUnit.NANOSECONDS);
    }

    private void sweep() {
        armed = false;
        long now = clock.nanos();
        while (!waiting.isEmpty()) {
            Iterator<Call> oldest = waiting.iterator();
            Call call = oldest.next();
            if (call.deadline() > now) {
                arm(call.deadline());
                return;
            }
            oldest.remove();
            expired.accept(call);
        }
    }
}
