package io.poolwright.watch.eye;

import io.poolwright.model.Tick;

/** Takes what is seen of whole services, look by look. Told from the eye's own thread: it must not block for long. */
@FunctionalInterface
public interface Tape {
    /** Keeps nothing. */
    Tape NONE = (service, tick) -> {};

    /** One look at a service. */
    void take(String service, Tick tick);
}
