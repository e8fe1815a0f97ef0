package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * OpenTelemetry's database pools in both generations of names, with dots or underscores.
 *
 * <p>Source: semantic conventions, "Database client connection pools": {@code db.client.connection.*} in seconds, before
 * it {@code db.client.connections.*} in milliseconds, which is still the Java agent's default. The name decides, and
 * the unit in it, where it has one; never a version.
 */
final class OtelPools implements Dialect {
    private static final String OLD = "db_client_connections_";
    private static final String NEW = "db_client_connection_";
    private static final String NOT_TOLD =
            "this pool's OpenTelemetry instrumentation does not measure it;" + " HikariCP's measures all";
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "this pool's OpenTelemetry instrumentation does not tell its limit",
            Signal.PENDING, NOT_TOLD,
            Signal.TIMEOUTS, NOT_TOLD,
            Signal.WAIT_SECONDS, NOT_TOLD,
            Signal.WAIT_P95, NOT_TOLD,
            Signal.USE_SECONDS, NOT_TOLD);

    @Override
    public String id() {
        return "opentelemetry";
    }

    @Override
    public List<String> prefixes() {
        return List.of("db_client_connection", "db.client.connection");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String name = series.name().replace('.', '_');
        boolean old = name.startsWith(OLD);
        if (!old && !name.startsWith(NEW)) {
            return Optional.empty();
        }
        String rest = name.substring(old ? OLD.length() : NEW.length());
        String pool = label(series, old ? "pool_name" : "db_client_connection_pool_name");
        String state = label(series, old ? "state" : "db_client_connection_state");
        Optional<Signal> number = number(rest, old, state);
        if (number.isPresent()) {
            return number.map(signal -> Binding.of(Tier.POOL, pool, signal));
        }
        double unit = old ? 1e-3 : 1;
        Series plain = new Series(name, series.labels());
        String prefix = old ? OLD : NEW;
        return Times.waits(prefix + "wait_time", unit)
                .bind(plain, Tier.POOL, pool)
                .or(() -> Times.uses(prefix + "use_time", unit).bind(plain, Tier.POOL, pool))
                .or(() -> Times.creations(prefix + "create_time", unit).bind(plain, Tier.POOL, pool));
    }

    private static Optional<Signal> number(String rest, boolean old, String state) {
        return switch (rest) {
            case "max" -> Optional.of(Signal.MAX);
            case "idle_min" -> Optional.of(Signal.MIN_IDLE);
            case "pending_requests" -> Optional.of(Signal.PENDING);
            case "timeouts", "timeouts_total" -> Optional.of(Signal.TIMEOUTS);
            default -> rest.equals(old ? "usage" : "count") ? inState(state) : Optional.empty();
        };
    }

    private static Optional<Signal> inState(String state) {
        return switch (state) {
            case "used" -> Optional.of(Signal.USED);
            case "idle" -> Optional.of(Signal.IDLE);
            default -> Optional.empty();
        };
    }

    private static String label(Series series, String name) {
        String plain = series.labels().get(name);
        if (plain != null) {
            return plain;
        }
        return series.labels().entrySet().stream()
                .filter(label -> label.getKey().replace('.', '_').equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.set(Signal.BORROWS, parts.get(Signal.USES));
        parts.totalFromUsedAndIdle();
    }
}
