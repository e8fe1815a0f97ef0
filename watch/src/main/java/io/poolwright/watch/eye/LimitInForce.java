package io.poolwright.watch.eye;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.watch.configured.Configuration;
import java.util.List;
import java.util.Optional;

/** The limit that a pool runs with, as the setting that its files give it: a metrics page tells the one, not the other. */
final class LimitInForce {
    private static final List<Role<Long>> LIMITS =
            List.of(Role.POOL_MAX, Role.PER_SERVER, Role.WORKERS, Role.SERVER_POOL);

    private LimitInForce() {}

    static Optional<InForce> of(Reading reading, Configuration configuration, String target) {
        if (!reading.knows(Signal.MAX)) {
            return Optional.empty();
        }
        return configuration.of(reading.pool()).flatMap(part -> setting(part)
                .map(name -> new InForce(
                        reading.pool().service(),
                        reading.pool().instance(),
                        reading.pool().name(),
                        name,
                        String.valueOf(Math.round(reading.raw(Signal.MAX))),
                        "target " + target)));
    }

    private static Optional<String> setting(Part part) {
        return LIMITS.stream()
                .filter(part::has)
                .map(part::role)
                .filter(Setting::isKnown)
                .map(Setting::name)
                .findFirst();
    }
}
