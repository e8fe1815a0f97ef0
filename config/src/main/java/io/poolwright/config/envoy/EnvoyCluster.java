package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One upstream cluster. Source: Envoy, {@code cluster.proto} and {@code protocol.proto}.
 *
 * @param type such as {@code STRICT_DNS}; empty is {@code STATIC}
 * @param connectTimeout as written; 5 s when it is not
 * @param idleTimeout of a connection to the upstream without a request; one hour when it is not written, 0 is never
 * @param thresholds of the circuit breaker for all hosts together; the per-host ones are apart
 * @param http2 whether requests are multiplexed on one connection, so that connections do not count them
 */
public record EnvoyCluster(
        String name,
        String type,
        Optional<YamlScalar> connectTimeout,
        Optional<YamlScalar> idleTimeout,
        List<EnvoyThresholds> thresholds,
        List<EnvoyThresholds> perHostThresholds,
        List<EnvoyEndpoint> endpoints,
        boolean http2,
        Origin origin) {
    public EnvoyCluster {
        thresholds = List.copyOf(thresholds);
        perHostThresholds = List.copyOf(perHostThresholds);
        endpoints = List.copyOf(endpoints);
    }
}
