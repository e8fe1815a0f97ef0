package io.poolwright.config.envoy;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One address that Envoy accepts on, with the routes of its HTTP connection managers and the clusters of its TCP proxies.
 *
 * @param port where it listens, if it is a port
 * @param tcpClusters clusters that connections are passed on to as they are
 */
public record EnvoyListener(
        String name, Optional<Integer> port, List<EnvoyRoute> routes, List<String> tcpClusters, Origin origin) {
    public EnvoyListener {
        routes = List.copyOf(routes);
        tcpClusters = List.copyOf(tcpClusters);
    }
}
