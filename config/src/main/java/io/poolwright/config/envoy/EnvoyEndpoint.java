package io.poolwright.config.envoy;

import io.poolwright.model.Origin;
import java.util.Optional;

/** One address that a cluster sends to. */
public record EnvoyEndpoint(String host, Optional<Integer> port, Origin origin) {}
