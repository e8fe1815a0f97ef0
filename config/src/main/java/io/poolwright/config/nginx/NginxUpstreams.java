package io.poolwright.config.nginx;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The upstream blocks of one nginx as backends with their servers. */
final class NginxUpstreams {
    private static final Pattern SERVER = Pattern.compile("(unix:\\S+|\\[[^\\]]+\\]|[^:\\s]+)(?::(\\d{1,5}))?");

    private final String proxy;
    private final NginxVersion version;
    private final Map<String, List<NginxScope>> users = new HashMap<>();
    private final Map<String, List<Part>> servers = new HashMap<>();

    NginxUpstreams(String proxy, NginxVersion version, List<NginxScope> routes) {
        this.proxy = proxy;
        this.version = version;
        for (NginxScope route : routes) {
            NginxPass.of(route).flatMap(NginxPass::host).ifPresent(host -> users.computeIfAbsent(
                            host, key -> new ArrayList<>())
                    .add(route));
        }
    }

    boolean contains(String name) {
        return servers.containsKey(name);
    }

    /** How many servers an upstream has; 0 when there is no such upstream. */
    int servers(String name) {
        return servers.getOrDefault(name, List.of()).size();
    }

    void addAll(NginxScope whole, Assembly into) {
        for (NginxScope upstream : whole.inside("upstream")) {
            Optional<String> name = upstream.block().argument(0);
            if (name.isEmpty() || upstream.isInside("stream") || contains(name.get())) {
                continue;
            }
            String id = proxy.replaceFirst("/proxy/nginx$", "/backend/") + name.get();
            List<Part> own = servers(upstream.block(), id);
            servers.put(name.get(), own);
            into.add(backend(upstream, name.get(), id, own.size()));
            own.forEach(into::add);
        }
    }

    private Part backend(NginxScope upstream, String name, String id, int size) {
        NginxScope own = new NginxScope(upstream.block(), List.of());
        Part.Builder part = Part.of(
                        Kind.BACKEND, "nginx", id, name, upstream.block().origin())
                .parent(proxy)
                .version(version.version());
        List<NginxScope> passing = users.getOrDefault(name, List.of());
        Setting<Boolean> reuse = NginxReuse.of(own, passing, version);
        part.with(NginxReuse.keepalive(own, version))
                .with(Role.UPSTREAM_IDLE, NginxValues.time(own, "keepalive_timeout", Duration.ofSeconds(60)))
                .with(Role.UPSTREAM_REQUESTS, NginxValues.count(own, "keepalive_requests", requests()))
                .role(Role.UPSTREAM_REUSE, reuse)
                .with(zone(upstream.block()))
                .with(Setting.defaulted("servers", (long) size, "the server lines"))
                .role(Role.MODE, Setting.defaulted("mode", "http", NginxValues.NGINX));
        NginxRoutes.widest(passing).ifPresent(route -> NginxRoutes.times(route, part, false, size));
        return part.build();
    }

    private Setting<Long> requests() {
        String name = "keepalive_requests";
        return version.version()
                .<Setting<Long>>map(
                        one -> Setting.defaulted(name, one.atLeast(1, 19, 10) ? 1000L : 100L, "nginx " + one))
                .orElseGet(() -> Setting.guessed(name, 1000L, "nginx 1.19.10 and later"));
    }

    private static Setting<Boolean> zone(NginxDirective upstream) {
        return upstream.named("zone")
                .findFirst()
                .map(zone -> Setting.declared("zone", true, String.join(" ", zone.arguments()), zone.origin()))
                .orElseGet(() -> Setting.defaulted("zone", false, NginxValues.NGINX));
    }

    private static List<Part> servers(NginxDirective upstream, String backend) {
        List<Part> parts = new ArrayList<>();
        for (NginxDirective server : upstream.named("server").toList()) {
            String written = server.argument(0).orElse("");
            if (server.arguments().contains("down")) {
                continue;
            }
            Part.Builder part = Part.of(
                            Kind.SERVER,
                            "nginx",
                            "%s/server/%d".formatted(backend, parts.size() + 1),
                            written,
                            server.origin())
                    .parent(backend)
                    .with(Role.PER_SERVER, most(server))
                    .with(Setting.defaulted("backup", server.arguments().contains("backup"), NginxValues.NGINX));
            Matcher address = SERVER.matcher(written);
            if (address.matches() && !written.contains("{") && !written.contains("$") && !written.contains("<%")) {
                String host =
                        address.group(1).startsWith("unix:") ? address.group(1).substring(5) : address.group(1);
                Optional<Integer> port = Optional.ofNullable(address.group(2))
                        .map(Integer::valueOf)
                        .or(() -> host.startsWith("/") ? Optional.empty() : Optional.of(80));
                part.calls(new Address(host, port, Optional.of(server.origin())));
            }
            parts.add(part.build());
        }
        return parts;
    }

    private static Setting<Long> most(NginxDirective server) {
        Optional<String> written = server.parameter("max_conns");
        if (written.isEmpty()) {
            return Setting.defaulted("max_conns", Bound.UNLIMITED, NginxValues.NGINX);
        }
        return NginxSize.count(written.get())
                .map(count -> Setting.declared(
                        "max_conns", count == 0 ? Bound.UNLIMITED : (long) count, written.get(), server.origin()))
                .orElseGet(() -> NginxValues.unresolved("max_conns", written.get(), server));
    }
}
