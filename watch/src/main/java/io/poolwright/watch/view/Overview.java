package io.poolwright.watch.view;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Is anything overloaded, and which layer first? All of what is watched, at one moment.
 *
 * @param at the moment
 * @param environment what the team calls it, such as {@code prod}
 * @param headline the verdict
 * @param services the worst first, of equals by name; the lines of each in request order
 * @param pools pools that are watched, every copy counted
 * @param quiet lines folded away
 * @param blindSpots pools that cannot be judged, every copy counted
 */
public record Overview(
        Instant at,
        String environment,
        Headline headline,
        List<ServiceRows> services,
        int pools,
        int quiet,
        List<BlindSpot> blindSpots) {
    public Overview {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(headline, "headline");
        services = List.copyOf(services);
        blindSpots = List.copyOf(blindSpots);
    }

    /** All lines that are shown, in their order. */
    public List<PoolRow> rows() {
        return services.stream().flatMap(service -> service.rows().stream()).toList();
    }
}
