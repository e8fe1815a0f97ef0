package io.poolwright.config.kubernetes;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.container.WrittenSetting;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The ways that ingress-nginx opens: one route for each Ingress, with its times.
 *
 * <p>Defaults: ingress-nginx, “ConfigMaps” and “Annotations”: {@code proxy-connect-timeout} 5 s, {@code proxy-read-timeout} and
 * {@code proxy-send-timeout} 60 s, {@code upstream-keepalive-timeout} 60 s. A ConfigMap of the controller may change them.
 */
final class IngressRoutes {
    private static final String PREFIX = "nginx.ingress.kubernetes.io/";
    private static final String OF = "ingress-nginx";

    private final Cluster cluster;

    IngressRoutes(Cluster cluster) {
        this.cluster = cluster;
    }

    void addTo(Assembly into, UnaryOperator<String> relative) {
        for (IngressObject ingress : cluster.ingresses()) {
            Map<String, YamlScalar> annotations = ingress.annotations(PREFIX);
            boolean nginx =
                    ingress.ingressClass().map(name -> name.contains("nginx")).orElse(!annotations.isEmpty());
            String id = relative.apply(ingress.object().origin().file()) + "/route/"
                    + ingress.object().name();
            if (nginx && !into.contains(id)) {
                into.add(route(id, ingress, annotations));
            }
        }
    }

    private static Part route(String id, IngressObject ingress, Map<String, YamlScalar> annotations) {
        Part.Builder route = Part.of(
                Kind.ROUTE, OF, id, ingress.object().name(), ingress.object().origin());
        route.with(Role.RESPONSE_TIMEOUT, time("proxy-read-timeout", 60, annotations));
        route.with(Role.CONNECT_TIMEOUT, time("proxy-connect-timeout", 5, annotations));
        route.with(time("proxy-send-timeout", 60, annotations));
        for (IngressObject.Backend backend : ingress.backends()) {
            Optional<Integer> port = backend.port().flatMap(Unfilled::count);
            route.calls(new Address(backend.service(), port, Optional.of(backend.origin())));
        }
        return route.build();
    }

    private static Setting<Duration> time(String name, int seconds, Map<String, YamlScalar> annotations) {
        YamlScalar written = annotations.get(name);
        return written == null
                ? Setting.defaulted(name, Duration.ofSeconds(seconds), OF)
                : WrittenSetting.of(
                        name, Unfilled.of(written), text -> WrittenSetting.count(text.replaceFirst("s$", ""))
                                .map(Duration::ofSeconds));
    }
}
