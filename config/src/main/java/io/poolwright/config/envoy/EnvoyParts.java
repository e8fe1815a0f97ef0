package io.poolwright.config.envoy;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of one Envoy, with every setting in force. */
final class EnvoyParts {
    static final String ENVOY = "Envoy";
    private static final String PRODUCT = "envoy";
    private static final Duration ROUTE_DEFAULT = Duration.ofSeconds(15);

    private final String file;
    private final Origin at;
    private final Assembly into;
    private final String process;
    private final Map<String, List<Setting<Duration>>> timeouts = new HashMap<>();
    private final Map<String, List<Setting<Long>>> retries = new HashMap<>();
    private final List<String> tcp = new ArrayList<>();

    EnvoyParts(String file, Origin at, Assembly into) {
        this.file = file;
        this.at = at;
        this.into = into;
        this.process = file + "/proxy/envoy";
    }

    void add(EnvoyConfiguration configuration, Optional<String> service, Optional<Version> version) {
        into.add(Part.of(Kind.PROXY, PRODUCT, process, PRODUCT, at)
                .service(service)
                .version(version)
                .build());
        configuration.listeners().forEach(this::listener);
        configuration.clusters().forEach(this::cluster);
    }

    private void listener(EnvoyListener listener) {
        String id = unused("%s/frontend/%s".formatted(file, listener.name()));
        Part.Builder part = Part.of(Kind.FRONTEND, PRODUCT, id, listener.name(), listener.origin())
                .parent(process);
        listener.port().ifPresent(port -> part.listens(Address.of("*", port, listener.origin())));
        into.add(part.build());
        tcp.addAll(listener.tcpClusters());
        for (EnvoyRoute route : listener.routes()) {
            Setting<Duration> timeout =
                    EnvoySettings.time("timeout", route.timeout(), Setting.defaulted("timeout", ROUTE_DEFAULT, ENVOY));
            Setting<Long> again = EnvoySettings.retries(route.retries());
            for (String cluster : route.clusters()) {
                timeouts.computeIfAbsent(cluster, name -> new ArrayList<>()).add(timeout);
                retries.computeIfAbsent(cluster, name -> new ArrayList<>()).add(again);
            }
            String clusters = String.join(" ", route.clusters());
            into.add(Part.of(Kind.ROUTE, PRODUCT, unused(id + "/route/" + clusters), clusters, route.origin())
                    .parent(id)
                    .with(Role.RESPONSE_TIMEOUT, timeout)
                    .with(Role.RETRIES, again)
                    .with(Setting.defaulted("clusters", clusters, "its route"))
                    .build());
        }
    }

    private void cluster(EnvoyCluster cluster) {
        String id = unused("%s/backend/%s".formatted(file, cluster.name()));
        boolean onlyTcp = tcp.contains(cluster.name()) && !timeouts.containsKey(cluster.name());
        Part.Builder part = Part.of(Kind.BACKEND, PRODUCT, id, cluster.name(), cluster.origin())
                .parent(process);
        part.with(
                Role.CONNECT_TIMEOUT,
                EnvoySettings.time(
                        "connect_timeout",
                        cluster.connectTimeout(),
                        Setting.defaulted("connect_timeout", Duration.ofSeconds(5), ENVOY)));
        part.with(
                Role.UPSTREAM_IDLE,
                EnvoySettings.time(
                        "idle_timeout",
                        cluster.idleTimeout(),
                        Setting.defaulted("idle_timeout", Duration.ofHours(1), ENVOY)));
        part.role(Role.UPSTREAM_REUSE, Setting.defaulted("connection reuse", !onlyTcp, ENVOY));
        part.with(Role.MODE, Setting.defaulted("mode", onlyTcp ? "tcp" : "http", "its listeners"));
        part.with(Setting.defaulted("http2", cluster.http2(), "its protocol options"));
        // the longest of its routes, so that a short one for a probe does not count for all
        longest(timeouts.get(cluster.name())).ifPresent(time -> part.role(Role.RESPONSE_TIMEOUT, time));
        most(retries.get(cluster.name())).ifPresent(count -> part.role(Role.RETRIES, count));
        EnvoySettings.thresholds(cluster).forEach(part::with);
        Part backend = part.build();
        into.add(backend);
        for (EnvoyEndpoint endpoint : cluster.endpoints()) {
            Part.Builder server = Part.of(
                            Kind.SERVER,
                            PRODUCT,
                            unused("%s/server/%s".formatted(id, endpoint.host())),
                            endpoint.host(),
                            endpoint.origin())
                    .parent(id)
                    .calls(new Address(endpoint.host(), endpoint.port(), Optional.of(endpoint.origin())));
            perServer(cluster, backend).ifPresent(limit -> server.with(Role.PER_SERVER, limit));
            into.add(server.build());
        }
    }

    /** The cluster's limits hold for all its servers together: they are one server's only when it is alone. */
    private static Optional<Setting<Long>> perServer(EnvoyCluster cluster, Part backend) {
        if (cluster.endpoints().size() != 1) {
            return Optional.empty();
        }
        Setting<Long> requests = backend.count("max_requests");
        Setting<Long> connections = backend.count("max_connections");
        if (cluster.http2() || !connections.isKnown() || !requests.isKnown()) {
            return Optional.of(requests);
        }
        return Optional.of(connections.get() <= requests.get() ? connections : requests);
    }

    private static Optional<Setting<Duration>> longest(@Nullable List<Setting<Duration>> all) {
        return all == null
                ? Optional.empty()
                : all.stream().max(Comparator.comparing(one -> one.isKnown() ? one.get() : Bound.FOREVER));
    }

    private static Optional<Setting<Long>> most(@Nullable List<Setting<Long>> all) {
        return all == null
                ? Optional.empty()
                : all.stream().max(Comparator.comparing(one -> one.isKnown() ? one.get() : Long.MAX_VALUE));
    }

    private String unused(String id) {
        String free = id;
        for (int i = 2; into.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
