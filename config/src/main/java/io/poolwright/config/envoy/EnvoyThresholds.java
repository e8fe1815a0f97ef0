package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.Optional;

/**
 * The limits of a cluster's circuit breaker for one priority, each per Envoy process and as written. What is not written is
 * 1024, retries 3. Source: Envoy, {@code circuit_breaker.proto}.
 *
 * @param priority {@code DEFAULT} or {@code HIGH}
 */
public record EnvoyThresholds(
        String priority,
        Optional<YamlScalar> maxConnections,
        Optional<YamlScalar> maxPendingRequests,
        Optional<YamlScalar> maxRequests,
        Optional<YamlScalar> maxRetries,
        Origin origin) {}
