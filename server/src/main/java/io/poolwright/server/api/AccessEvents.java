package io.poolwright.server.api;

import io.poolwright.server.doors.Caller;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Events;
import io.poolwright.server.state.NewEvent;
import java.time.Clock;
import java.util.Optional;

/** The track of who gave and took which rights. */
public final class AccessEvents {
    private final Events events;
    private final Clock clock;

    /** Written to these events. */
    public AccessEvents(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void tell(Caller caller, String title) {
        events.record(new NewEvent(
                clock.instant(), EventKind.ACCESS_CHANGED, Optional.empty(), title, "{}", caller.author()));
    }
}
