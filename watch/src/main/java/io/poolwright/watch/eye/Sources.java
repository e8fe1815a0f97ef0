package io.poolwright.watch.eye;

import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.watch.targets.Target;
import java.util.List;
import java.util.Optional;

/** How targets are asked. */
public interface Sources {
    /** How one is asked that speaks for itself. */
    Collector<Seen> of(Target target);

    /** How one is asked that speaks for many, such as a Prometheus; empty for one that speaks for itself. */
    Optional<Collector<List<InstanceSeen>>> feed(Target target);
}
