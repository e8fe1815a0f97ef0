package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what an Envoy file says into settings in force. */
final class EnvoySettings {
    private EnvoySettings() {}

    /** A time; 0 is for ever. */
    static Setting<Duration> time(String name, Optional<YamlScalar> written, Setting<Duration> otherwise) {
        return written.map(scalar -> EnvoyTime.parse(scalar.text())
                        .map(time -> Setting.declared(
                                name, time.isZero() ? Bound.FOREVER : time, scalar.text(), scalar.origin()))
                        .orElseGet(() -> unreadable(name, scalar)))
                .orElse(otherwise);
    }

    static Setting<Long> count(String name, Optional<YamlScalar> written, Setting<Long> otherwise) {
        return written.map(scalar -> scalar.text().matches("\\d{1,12}")
                        ? Setting.declared(name, Long.parseLong(scalar.text()), scalar.text(), scalar.origin())
                        : EnvoySettings.<Long>unreadable(name, scalar))
                .orElse(otherwise);
    }

    /** Without a condition there is no retry; with one there is one, unless another number is written. */
    static Setting<Long> retries(Optional<EnvoyRetryPolicy> policy) {
        if (policy.isEmpty() || policy.get().retryOn().isEmpty()) {
            return Setting.defaulted("num_retries", 0L, EnvoyParts.ENVOY);
        }
        YamlScalar condition = policy.get().retryOn().get();
        return count(
                "num_retries", policy.get().numRetries(), Setting.declared("num_retries", 1L, "1", condition.origin()));
    }

    /** The limits of the default priority by their names, those of the high one with {@code high} before. */
    static List<Setting<?>> thresholds(EnvoyCluster cluster) {
        List<Setting<?>> settings = new ArrayList<>();
        settings.addAll(limits("", find(cluster, "DEFAULT")));
        Optional<EnvoyThresholds> high = find(cluster, "HIGH");
        if (high.isPresent()) {
            settings.addAll(limits("high ", high));
        }
        return settings;
    }

    private static Optional<EnvoyThresholds> find(EnvoyCluster cluster, String priority) {
        return cluster.thresholds().stream()
                .filter(one -> one.priority().equals(priority))
                .findFirst();
    }

    private static List<Setting<Long>> limits(String prefix, Optional<EnvoyThresholds> limits) {
        return List.of(
                limit(prefix + "max_connections", 1024, limits.flatMap(EnvoyThresholds::maxConnections)),
                limit(prefix + "max_pending_requests", 1024, limits.flatMap(EnvoyThresholds::maxPendingRequests)),
                limit(prefix + "max_requests", 1024, limits.flatMap(EnvoyThresholds::maxRequests)),
                limit(prefix + "max_retries", 3, limits.flatMap(EnvoyThresholds::maxRetries)));
    }

    private static Setting<Long> limit(String name, long byDefault, Optional<YamlScalar> written) {
        return count(name, written, Setting.defaulted(name, byDefault, EnvoyParts.ENVOY));
    }

    private static <T> Setting<T> unreadable(String name, YamlScalar scalar) {
        return Setting.unresolved(
                name, "%s ('%s' is no value that Envoy takes)".formatted(name, scalar.text()), scalar.origin());
    }
}
