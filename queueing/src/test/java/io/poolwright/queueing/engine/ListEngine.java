package io.poolwright.queueing.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine promises, in the plainest way: a list, searched for the earliest. */
final class ListEngine {
    record Event(double at, long order, int kind, int subject) {}

    final List<Event> events = new ArrayList<>();
    double now;

    @Nullable
    Event last;

    private long announced;

    Event announce(double at, int kind, int subject) {
        Event event = new Event(Math.max(now, at), ++announced, kind, subject);
        events.add(event);
        return event;
    }

    void remove(int kind) {
        events.removeIf(event -> event.kind() == kind);
    }

    boolean advance(double until) {
        last = events.stream()
                .min(Comparator.comparingDouble(Event::at).thenComparingLong(Event::order))
                .filter(event -> event.at() <= until)
                .orElse(null);
        if (last == null) {
            now = Math.max(now, until);
            return false;
        }
        events.remove(last);
        now = last.at();
        return true;
    }
}
