package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One route of a listener to one or more clusters.
 *
 * @param clusters names; none when the cluster is chosen by a header
 * @param timeout for the whole response; 15 s when it is not written, 0 is none. Source: {@code route_components.proto}
 * @param retries the route's own policy, else that of its virtual host
 */
public record EnvoyRoute(
        List<String> clusters, Optional<YamlScalar> timeout, Optional<EnvoyRetryPolicy> retries, Origin origin) {
    public EnvoyRoute {
        clusters = List.copyOf(clusters);
    }
}
