package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PHP-FPM's pools of children through either of the exporters that people run.
 *
 * <p>Source: hipages/php-fpm_exporter and bakins/php-fpm-exporter, their READMEs. pm.max_children is configuration only.
 * A listen queue of 0 with a length of 0 is what PHP-FPM says where it cannot tell, as on some Unix sockets.
 */
final class PhpFpm implements Dialect {
    private static final String PREFIX = "phpfpm_";
    private static final int QUEUE = Parts.SCRATCH;
    private static final int QUEUE_LENGTH = Parts.SCRATCH + 1;
    private static final Map<String, Integer> NUMBERS = Map.of(
            "active_processes", Parts.place(Signal.USED),
            "idle_processes", Parts.place(Signal.IDLE),
            "total_processes", Parts.place(Signal.TOTAL),
            "accepted_connections", Parts.place(Signal.BORROWS),
            "accepted_connections_total", Parts.place(Signal.BORROWS),
            "listen_queue", QUEUE,
            "listen_queue_connections", QUEUE,
            "listen_queue_length", QUEUE_LENGTH,
            "listen_queue_length_connections", QUEUE_LENGTH);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "PHP-FPM does not tell its limit: pm.max_children, from the pool's configuration",
            Signal.WAIT_SECONDS, "PHP-FPM does not measure how long a request waits for a child",
            Signal.WAIT_P95, "PHP-FPM does not measure how long a request waits for a child",
            Signal.TIMEOUTS, "PHP-FPM does not know who gave up waiting");

    @Override
    public String id() {
        return "php-fpm";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String pool = series.labels().getOrDefault("pool", "php-fpm");
        if (series.name().equals("phpfpm_processes_total")) {
            return switch (series.labels().getOrDefault("state", "")) {
                case "active" -> Optional.of(Binding.of(Tier.WORKERS, pool, Signal.USED));
                case "idle" -> Optional.of(Binding.of(Tier.WORKERS, pool, Signal.IDLE));
                default -> Optional.empty();
            };
        }
        return Names.after(series.name(), PREFIX).map(NUMBERS::get).map(part -> Binding.of(Tier.WORKERS, pool, part));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.totalFromUsedAndIdle();
        if (parts.get(QUEUE) == 0 && parts.get(QUEUE_LENGTH) == 0) {
            parts.because(Signal.PENDING, "PHP-FPM cannot see its listen queue on this kind of socket");
        } else {
            parts.set(Signal.PENDING, parts.get(QUEUE));
        }
    }
}
