package io.poolwright.config.envoy;

import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code envoy.config.cluster.v3.Cluster}. */
final class EnvoyClusters {
    private static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private EnvoyClusters() {}

    static EnvoyCluster of(YamlNode cluster) {
        Optional<YamlNode> options = EnvoyFields.at(cluster, "typed_extension_protocol_options")
                .flatMap(extensions -> extensions.at(HTTP_OPTIONS));
        Optional<YamlScalar> idle = options.flatMap(
                        http -> EnvoyFields.scalar(http, "common_http_protocol_options", "idle_timeout"))
                .or(() -> EnvoyFields.scalar(cluster, "common_http_protocol_options", "idle_timeout"));
        return new EnvoyCluster(
                EnvoyFields.text(cluster, "name").orElse(""),
                EnvoyFields.text(cluster, "type").orElse("STATIC"),
                EnvoyFields.scalar(cluster, "connect_timeout"),
                idle,
                thresholds(cluster, "thresholds"),
                thresholds(cluster, "per_host_thresholds"),
                endpoints(cluster),
                EnvoyFields.at(cluster, "http2_protocol_options").isPresent()
                        || options.flatMap(
                                        http -> EnvoyFields.at(http, "explicit_http_config", "http2_protocol_options"))
                                .isPresent(),
                cluster.origin());
    }

    private static List<EnvoyThresholds> thresholds(YamlNode cluster, String field) {
        return EnvoyFields.list(cluster, "circuit_breakers", field).stream()
                .filter(YamlMap.class::isInstance)
                .map(one -> new EnvoyThresholds(
                        EnvoyFields.text(one, "priority").orElse("DEFAULT"),
                        EnvoyFields.scalar(one, "max_connections"),
                        EnvoyFields.scalar(one, "max_pending_requests"),
                        EnvoyFields.scalar(one, "max_requests"),
                        EnvoyFields.scalar(one, "max_retries"),
                        one.origin()))
                .toList();
    }

    private static List<EnvoyEndpoint> endpoints(YamlNode cluster) {
        List<EnvoyEndpoint> found = new ArrayList<>();
        for (YamlNode locality : EnvoyFields.list(cluster, "load_assignment", "endpoints")) {
            for (YamlNode endpoint : EnvoyFields.list(locality, "lb_endpoints")) {
                EnvoyFields.at(endpoint, "endpoint", "address")
                        .flatMap(EnvoyClusters::endpoint)
                        .ifPresent(found::add);
            }
        }
        for (YamlNode host : EnvoyFields.list(cluster, "hosts")) { // v2
            endpoint(host).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<EnvoyEndpoint> endpoint(YamlNode address) {
        return EnvoyFields.scalar(address, "socket_address", "address")
                .map(host -> new EnvoyEndpoint(host.text(), port(address), host.origin()));
    }

    static Optional<Integer> port(YamlNode address) {
        return EnvoyFields.text(address, "socket_address", "port_value")
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }
}
