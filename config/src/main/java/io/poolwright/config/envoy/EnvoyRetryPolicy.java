package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.Optional;

/**
 * When and how often a route tries again.
 *
 * @param retryOn the conditions; without any there is no retry
 * @param numRetries tries after the first; 1 when it is not written
 * @param perTryTimeout the route's time when it is not written
 */
public record EnvoyRetryPolicy(
        Optional<YamlScalar> retryOn,
        Optional<YamlScalar> numRetries,
        Optional<YamlScalar> perTryTimeout,
        Origin origin) {}
