package io.poolwright.config.kubernetes;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.container.WrittenSetting;
import io.poolwright.config.yaml.YamlNode;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load balancers of AWS that an Ingress or a Service orders, with their idle timeout: 60 s when nothing is said, in
 * seconds. It ends a request without a byte as well as a connection without a request.
 *
 * <p>Source: AWS Load Balancer Controller, "Annotations"; Elastic Load Balancing user guide, "Connection idle timeout".
 */
final class AlbRoutes {
    private static final String INGRESS = "alb.ingress.kubernetes.io/";
    private static final String ATTRIBUTES = "load-balancer-attributes";
    private static final String SERVICE = "service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout";
    private static final String NAME = "idle_timeout";
    private static final Pattern IDLE = Pattern.compile("idle_timeout\\.timeout_seconds\\s*=\\s*([^,\\s]*)");

    private final Cluster cluster;

    AlbRoutes(Cluster cluster) {
        this.cluster = cluster;
    }

    void addTo(Assembly into, UnaryOperator<String> relative) {
        for (IngressObject ingress : cluster.ingresses()) {
            Map<String, YamlScalar> annotations = ingress.annotations(INGRESS);
            boolean alb = ingress.ingressClass().map("alb"::equals).orElse(!annotations.isEmpty());
            if (alb) {
                Part.Builder route = route(ingress.object(), relative, idle(annotations));
                for (IngressObject.Backend backend : ingress.backends()) {
                    Optional<Integer> port = backend.port().flatMap(Unfilled::count);
                    route.calls(new Address(backend.service(), port, Optional.of(backend.origin())));
                }
                add(route.build(), into);
            }
        }
        for (ServiceObject service : cluster.services()) {
            YamlScalar written = service.object().annotations().get(SERVICE);
            if (written != null) {
                Part.Builder route = route(service.object(), relative, seconds(written, written.text()));
                for (YamlNode port : service.ports()) {
                    port.text("port")
                            .flatMap(Unfilled::count)
                            .ifPresent(number ->
                                    route.calls(Address.of(service.object().name(), number, port.origin())));
                }
                add(route.build(), into);
            }
        }
    }

    private static void add(Part route, Assembly into) {
        if (!into.contains(route.id())) {
            into.add(route);
        }
    }

    private static Part.Builder route(KubernetesObject object, UnaryOperator<String> relative, Setting<Duration> idle) {
        String id = "%s/alb/%s".formatted(relative.apply(object.origin().file()), object.name());
        return Part.of(Kind.ROUTE, "aws-alb", id, object.name(), object.origin())
                .with(Role.UPSTREAM_IDLE, idle)
                .role(Role.RESPONSE_TIMEOUT, idle)
                .role(Role.UPSTREAM_REUSE, Setting.defaulted("connection reuse", true, "AWS ALB"));
    }

    private static Setting<Duration> idle(Map<String, YamlScalar> annotations) {
        YamlScalar attributes = annotations.get(ATTRIBUTES);
        Matcher idle = IDLE.matcher(attributes == null ? "" : attributes.text());
        return attributes != null && idle.find()
                ? seconds(attributes, idle.group(1))
                : Setting.defaulted(NAME, Duration.ofSeconds(60), "AWS ALB");
    }

    private static Setting<Duration> seconds(YamlScalar at, String text) {
        return WrittenSetting.of(
                NAME, Unfilled.of(at, text), one -> WrittenSetting.count(one).map(Duration::ofSeconds));
    }
}
