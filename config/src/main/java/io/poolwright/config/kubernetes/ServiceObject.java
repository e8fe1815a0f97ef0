package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Service: a name on the cluster's network for some pods.
 *
 * @param object the whole object
 */
public record ServiceObject(KubernetesObject object) {

    /** The Service that an object is. */
    public static Optional<ServiceObject> of(KubernetesObject object) {
        boolean service = object.kind().equals("Service")
                && object.tree().text("apiVersion").map("v1"::equals).orElse(false);
        return service ? Optional.of(new ServiceObject(object)) : Optional.empty();
    }

    /** Labels that its pods have; empty for a service without pods of its own. */
    public Map<String, String> selector() {
        return KubernetesObject.texts(object.tree().map("spec", "selector"));
    }

    /** Whether it sends to pods with these labels. */
    public boolean selects(Map<String, String> podLabels) {
        return !selector().isEmpty()
                && podLabels.entrySet().containsAll(selector().entrySet());
    }

    /** The host outside of the cluster that it stands for. */
    public Optional<String> externalName() {
        return object.tree().text("spec", "externalName");
    }

    /** Host names by which pods reach it. */
    public Set<String> hostNames() {
        String name = object.name();
        Set<String> names = new LinkedHashSet<>(Set.of(name));
        String space = object.namespace().isEmpty() ? "default" : object.namespace();
        names.add(name + "." + space);
        names.add(name + "." + space + ".svc");
        names.add(name + "." + space + ".svc.cluster.local");
        return names;
    }

    /** The port of a container behind a port of the service; the same number when nothing else is said. */
    public Optional<Integer> targetPort(int port, Iterable<KubernetesContainer> containers) {
        for (YamlNode entry : object.tree().list("spec", "ports")) {
            boolean asked = entry.text("port")
                    .flatMap(Unfilled::count)
                    .map(number -> number == port)
                    .orElse(false);
            if (!asked) {
                continue;
            }
            Optional<String> target = entry.text("targetPort");
            Optional<Integer> number = target.isEmpty() ? Optional.of(port) : Unfilled.count(target.get());
            return number.isPresent() ? number : named(target.orElse(""), containers);
        }
        return Optional.empty();
    }

    /** What the ports say, as written. */
    public Iterable<YamlNode> ports() {
        return object.tree().list("spec", "ports");
    }

    /** Everything under {@code spec}. */
    public YamlMap spec() {
        return object.tree().map("spec");
    }

    private static Optional<Integer> named(String name, Iterable<KubernetesContainer> containers) {
        for (KubernetesContainer container : containers) {
            for (KubernetesContainer.ContainerPort port : container.ports()) {
                if (port.name().equals(Optional.of(name))) {
                    return Optional.of(port.number());
                }
            }
        }
        return Optional.empty();
    }
}
