package io.poolwright.config.nginx;

import io.poolwright.model.stack.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Whether nginx uses a connection to an upstream again: it must keep some, speak HTTP/1.1 and not send {@code Connection:
 * close}. Until 1.29.6 each of the three has to be written; from 1.29.7 each is the default.
 *
 * <p>Source: nginx documentation, {@code ngx_http_upstream_module}, {@code keepalive}.
 */
final class NginxReuse {
    private NginxReuse() {}

    /** The idle connections that each worker keeps. */
    static Setting<Long> keepalive(NginxScope upstream, NginxVersion version) {
        Setting<Long> otherwise = version.reusesByDefault()
                .<Setting<Long>>map(
                        reuses -> Setting.defaulted("keepalive", reuses ? 32L : 0L, "nginx " + release(version)))
                .orElseGet(
                        () -> Setting.unknown(
                                "keepalive",
                                "the version of nginx: keepalive is off before 1.29.7 and 32 since; give the image a tag such as nginx:1.28"));
        return NginxValues.count(upstream, "keepalive", otherwise);
    }

    static Setting<Boolean> of(NginxScope upstream, List<NginxScope> users, NginxVersion version) {
        String name = "upstream-reuse";
        Setting<Long> keepalive = keepalive(upstream, version);
        if (!keepalive.isKnown()) {
            return Setting.unknown(
                    name, "the version of nginx, which decides whether upstream connections are used again");
        }
        if (keepalive.get() == 0) {
            return Setting.defaulted(name, false, "nginx " + release(version));
        }
        Optional<Boolean> any = Optional.of(false);
        for (NginxScope user : users) {
            Optional<Boolean> one = effective(user, version);
            if (one.filter(Boolean::booleanValue).isPresent()) {
                return keepalive.map(count -> true);
            }
            any = one.isEmpty() ? Optional.empty() : any;
        }
        return any.isPresent()
                ? keepalive.map(count -> false)
                : Setting.unknown(
                        name, "the version of nginx, which decides whether upstream connections are used again");
    }

    /** Whether requests of this place leave the connection open; empty when the version decides. */
    private static Optional<Boolean> effective(NginxScope route, NginxVersion version) {
        String prefix = NginxPass.of(route).map(NginxPass::prefix).orElse("proxy");
        if (prefix.equals("grpc")) {
            return Optional.of(true);
        }
        if (prefix.equals("fastcgi")) {
            return Optional.of(NginxValues.flag(route, "fastcgi_keep_conn", false)
                            .isKnown()
                    && NginxValues.flag(route, "fastcgi_keep_conn", false).get());
        }
        if (!prefix.equals("proxy")) {
            return Optional.of(false);
        }
        Setting<String> http = NginxRoutes.httpVersion(route, version);
        Setting<String> connection = NginxRoutes.connection(route, version);
        boolean wrong = (http.isKnown() && http.get().equals("1.0"))
                || (connection.isKnown() && connection.get().equalsIgnoreCase("close"));
        return wrong
                ? Optional.of(false)
                : http.isKnown() && connection.isKnown()
                        ? Optional.of(
                                connection.get().isEmpty() || connection.get().equalsIgnoreCase("keep-alive"))
                        : Optional.empty();
    }

    private static String release(NginxVersion version) {
        return version.version().map(Object::toString).orElse("");
    }
}
