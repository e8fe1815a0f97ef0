package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An Ingress: how requests from outside reach Services.
 *
 * @param object the whole object
 */
public record IngressObject(KubernetesObject object) {

    /** The Ingress that an object is. */
    public static Optional<IngressObject> of(KubernetesObject object) {
        return object.kind().equals("Ingress") ? Optional.of(new IngressObject(object)) : Optional.empty();
    }

    /** What controls it, as far as the object says: {@code nginx}, {@code alb}, {@code traefik}. */
    public Optional<String> ingressClass() {
        return object.tree()
                .text("spec", "ingressClassName")
                .or(() -> Optional.ofNullable(object.annotations().get("kubernetes.io/ingress.class"))
                        .map(YamlScalar::text))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Annotations whose name begins with a prefix, without it. */
    public Map<String, YamlScalar> annotations(String prefix) {
        Map<String, YamlScalar> found = new LinkedHashMap<>();
        object.annotations().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** The Services that it sends to, in both forms of the API. */
    public List<Backend> backends() {
        List<Backend> backends = new ArrayList<>();
        object.tree()
                .at("spec", "defaultBackend")
                .or(() -> object.tree().at("spec", "backend"))
                .ifPresent(node -> add("", node, backends));
        for (YamlNode rule : object.tree().list("spec", "rules")) {
            for (YamlNode path : rule.list("http", "paths")) {
                path.at("backend").ifPresent(node -> add(rule.text("host").orElse(""), node, backends));
            }
        }
        return backends;
    }

    private static void add(String host, YamlNode node, List<Backend> backends) {
        Optional<String> service = node.text("service", "name").or(() -> node.text("serviceName"));
        Optional<String> port = node.text("service", "port", "number")
                .or(() -> node.text("service", "port", "name"))
                .or(() -> node.text("servicePort"));
        service.ifPresent(name -> backends.add(new Backend(host, name, port, node.origin())));
    }

    /**
     * One target.
     *
     * @param host host name of the request; empty for any
     * @param service name of the Service
     * @param port number or name of its port
     */
    public record Backend(String host, String service, Optional<String> port, Origin origin) {}
}
