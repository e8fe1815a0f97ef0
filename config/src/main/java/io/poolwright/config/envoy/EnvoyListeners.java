package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code envoy.config.listener.v3.Listener} with its HTTP connection managers and TCP proxies. */
final class EnvoyListeners {
    private final List<EnvoyRoute> routes = new ArrayList<>();
    private final List<String> tcpClusters = new ArrayList<>();

    private EnvoyListeners() {}

    static EnvoyListener of(YamlNode listener) {
        EnvoyListeners reading = new EnvoyListeners();
        List<YamlNode> chains = new ArrayList<>(EnvoyFields.list(listener, "filter_chains"));
        EnvoyFields.at(listener, "default_filter_chain").ifPresent(chains::add);
        for (YamlNode chain : chains) {
            EnvoyFields.list(chain, "filters").forEach(reading::filter);
        }
        return new EnvoyListener(
                EnvoyFields.text(listener, "name").orElse(""),
                EnvoyFields.at(listener, "address").flatMap(EnvoyClusters::port),
                reading.routes,
                reading.tcpClusters,
                listener.origin());
    }

    private void filter(YamlNode filter) {
        for (YamlNode settings : EnvoyFields.settings(filter)) {
            for (YamlNode host : EnvoyFields.list(settings, "route_config", "virtual_hosts")) {
                Optional<EnvoyRetryPolicy> ofHost = retries(host);
                EnvoyFields.list(host, "routes").forEach(route -> route(route, ofHost));
            }
            EnvoyFields.text(settings, "cluster").ifPresent(tcpClusters::add); // TCP proxy
        }
    }

    private void route(YamlNode route, Optional<EnvoyRetryPolicy> ofHost) {
        Optional<YamlNode> action = EnvoyFields.at(route, "route");
        if (action.isEmpty()) {
            return; // a redirect or a direct response
        }
        YamlNode to = action.get();
        List<String> clusters = new ArrayList<>();
        EnvoyFields.text(to, "cluster").ifPresent(clusters::add);
        for (YamlNode weighted : EnvoyFields.list(to, "weighted_clusters", "clusters")) {
            EnvoyFields.text(weighted, "name").ifPresent(clusters::add);
        }
        routes.add(new EnvoyRoute(
                clusters, EnvoyFields.scalar(to, "timeout"), retries(to).or(() -> ofHost), to.origin()));
    }

    private static Optional<EnvoyRetryPolicy> retries(YamlNode owner) {
        return EnvoyFields.at(owner, "retry_policy")
                .map(policy -> new EnvoyRetryPolicy(
                        EnvoyFields.scalar(policy, "retry_on"),
                        EnvoyFields.scalar(policy, "num_retries"),
                        EnvoyFields.scalar(policy, "per_try_timeout"),
                        policy.origin()));
    }
}
