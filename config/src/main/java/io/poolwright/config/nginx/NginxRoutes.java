package io.poolwright.config.nginx;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The places that pass requests on, as routes with what holds there. */
final class NginxRoutes {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private NginxRoutes() {}

    /** Every block with a pass directive, outside of {@code stream}. */
    static List<NginxScope> passing(NginxScope whole) {
        List<NginxScope> routes = new ArrayList<>();
        for (String block : List.of("location", "if", "limit_except")) {
            whole.inside(block).stream()
                    .filter(scope -> NginxPass.of(scope).isPresent() && !scope.isInside("stream"))
                    .forEach(routes::add);
        }
        routes.sort(Comparator.comparing(
                        (NginxScope scope) -> scope.block().origin().file())
                .thenComparing(scope -> scope.block().origin().line()));
        return routes;
    }

    static Part part(NginxScope route, String parent, String id, NginxUpstreams upstreams, NginxVersion version) {
        NginxPass pass = NginxPass.of(route).orElseThrow();
        Part.Builder part = Part.of(
                        Kind.ROUTE,
                        "nginx",
                        id,
                        String.join(" ", route.block().arguments()),
                        pass.directive().origin())
                .parent(parent)
                .version(version.version());
        int servers = pass.host().map(upstreams::servers).orElse(0);
        times(route, part, true, Math.max(1, servers));
        part.with(NginxValues.words(pass.prefix() + "_pass", pass.directive()));
        if (pass.prefix().equals("proxy")) {
            part.with(httpVersion(route, version))
                    .with(connection(route, version))
                    .with(upgrades(route));
            List<NginxDirective> headers = connections(route);
            for (int i = 0; i + 1 < headers.size(); i++) {
                part.with(NginxValues.words("proxy_set_header #" + (i + 1), headers.get(i)));
            }
        }
        if (pass.prefix().equals("fastcgi")) {
            part.with(NginxValues.flag(route, "fastcgi_keep_conn", false));
        }
        if (servers == 0 && pass.host().filter(upstreams::contains).isEmpty()) {
            pass.address().ifPresent(part::calls);
        }
        return part.build();
    }

    /** The waits and tries of a place, by their own names and by what they do. */
    static void times(NginxScope route, Part.Builder part, boolean names, int servers) {
        String prefix = NginxPass.of(route).map(NginxPass::prefix).orElse("proxy");
        Setting<Duration> connect = NginxValues.time(route, prefix + "_connect_timeout", MINUTE);
        Setting<Duration> read = NginxValues.time(route, prefix + "_read_timeout", MINUTE);
        Setting<Long> tries = NginxValues.count(
                route,
                prefix + "_next_upstream_tries",
                Setting.defaulted(prefix + "_next_upstream_tries", 0L, "nginx"));
        Setting<String> when = NginxValues.text(
                route,
                prefix + "_next_upstream",
                Setting.defaulted(prefix + "_next_upstream", "error timeout", NginxValues.NGINX));
        part.role(Role.CONNECT_TIMEOUT, connect).role(Role.RESPONSE_TIMEOUT, read);
        if (tries.isKnown() && when.isKnown()) {
            boolean off = List.of(when.get().split(" ")).contains("off");
            long most = off ? 1 : tries.get() == 0 ? servers : Math.min(servers, tries.get());
            part.role(Role.RETRIES, tries.map(count -> most - 1));
        }
        if (names) {
            part.with(connect)
                    .with(read)
                    .with(NginxValues.time(route, prefix + "_send_timeout", MINUTE))
                    .with(tries)
                    .with(when)
                    .with(NginxValues.time(route, prefix + "_next_upstream_timeout", Duration.ZERO))
                    .role(Role.MODE, Setting.defaulted("mode", "http", NginxValues.NGINX));
        }
    }

    /** The place that speaks for an upstream: {@code location /}, else the one that waits longest. */
    static Optional<NginxScope> widest(List<NginxScope> users) {
        return users.stream()
                .filter(route -> route.block().arguments().equals(List.of("/")))
                .findFirst()
                .or(() -> users.stream().max(Comparator.comparing(NginxRoutes::wait)));
    }

    private static Duration wait(NginxScope route) {
        String prefix = NginxPass.of(route).map(NginxPass::prefix).orElse("proxy");
        Setting<Duration> read = NginxValues.time(route, prefix + "_read_timeout", MINUTE);
        return read.isKnown() ? read.get() : Duration.ZERO;
    }

    static Setting<String> httpVersion(NginxScope route, NginxVersion version) {
        return NginxValues.text(route, "proxy_http_version", gated("proxy_http_version", version, "1.0", "1.1"));
    }

    /** What is sent as {@code Connection}: the last header of that name that holds here. An empty one sends none. */
    static Setting<String> connection(NginxScope route, NginxVersion version) {
        List<NginxDirective> headers = connections(route);
        if (headers.isEmpty()) {
            return gated("proxy_set_header Connection", version, "close", "");
        }
        NginxDirective last = headers.get(headers.size() - 1);
        return Setting.declared(
                "proxy_set_header Connection",
                last.argument(1).orElse(""),
                last.argument(1).orElse(""),
                last.origin());
    }

    private static List<NginxDirective> connections(NginxScope route) {
        return route.effectiveAll("proxy_set_header").stream()
                .filter(header -> header.argument(0)
                        .filter("Connection"::equalsIgnoreCase)
                        .isPresent())
                .toList();
    }

    /** The place hands on {@code Upgrade}, as for WebSockets, so its connections are taken over and not used again. */
    private static Setting<Boolean> upgrades(NginxScope route) {
        return route.effectiveAll("proxy_set_header").stream()
                .filter(header ->
                        header.argument(0).filter("Upgrade"::equalsIgnoreCase).isPresent())
                .findFirst()
                .map(header -> Setting.declared("proxy_set_header Upgrade", true, "Upgrade", header.origin()))
                .orElseGet(() -> Setting.defaulted("proxy_set_header Upgrade", false, NginxValues.NGINX));
    }

    private static Setting<String> gated(String name, NginxVersion version, String before, String since) {
        return version.reusesByDefault()
                .<Setting<String>>map(late -> Setting.defaulted(name, late ? since : before, "nginx"))
                .orElseGet(() -> Setting.unknown(
                        name,
                        "the version of nginx: the default of %s changed in 1.29.7; give the image a tag such as nginx:1.28"
                                .formatted(name)));
    }
}
