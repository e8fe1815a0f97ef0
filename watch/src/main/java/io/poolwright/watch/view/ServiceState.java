package io.poolwright.watch.view;

import io.poolwright.diagnose.Diagnosis;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one service beyond its pools; what the watch hands in.
 *
 * @param service its name
 * @param diagnosis what the diagnosis of its whole stack says, when it has one
 * @param troubles one alert for each cause, the worst first: what is left after symptoms were folded
 */
public record ServiceState(String service, Optional<Diagnosis> diagnosis, List<Trouble> troubles) {
    public ServiceState {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(diagnosis, "diagnosis");
        troubles = List.copyOf(troubles);
    }
}
