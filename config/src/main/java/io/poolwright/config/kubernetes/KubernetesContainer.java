package io.poolwright.config.kubernetes;

import io.poolwright.config.container.ImageName;
import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container of a pod.
 *
 * @param pod the pod template around it
 * @param tree the container itself
 */
public record KubernetesContainer(YamlMap pod, YamlMap tree) {

    /** Its name in the pod. */
    public String name() {
        return tree.text("name").orElse("");
    }

    /** Where it begins. */
    public Origin origin() {
        return tree.origin();
    }

    /** The image that runs. */
    public Optional<Written> image() {
        return tree.scalar("image").map(Unfilled::of);
    }

    /** The image's name taken apart; empty when a part of it is not known. */
    public Optional<ImageName> imageName() {
        return image().flatMap(Written::value).map(ImageName::parse);
    }

    /** The words that start the program; empty when the image's own entry point runs. */
    public List<Written> command() {
        return words("command");
    }

    /** The words after the entry point. */
    public List<Written> args() {
        return words("args");
    }

    /** Ports that it says it listens on. */
    public List<ContainerPort> ports() {
        List<ContainerPort> ports = new ArrayList<>();
        for (YamlNode port : tree.list("ports")) {
            port.scalar("containerPort")
                    .flatMap(number -> Unfilled.count(number.text()))
                    .ifPresent(number -> ports.add(new ContainerPort(number, port.text("name"))));
        }
        return ports;
    }

    /** CPUs that it may use: {@code resources.limits.cpu}. */
    public Optional<YamlScalar> cpuLimit() {
        return tree.scalar("resources", "limits", "cpu");
    }

    /** Memory that it may use: {@code resources.limits.memory}. */
    public Optional<YamlScalar> memoryLimit() {
        return tree.scalar("resources", "limits", "memory");
    }

    /** The readiness probe. */
    public Optional<YamlNode> readinessProbe() {
        return tree.at("readinessProbe").filter(YamlMap.class::isInstance);
    }

    /** What is done before the stop signal. */
    public Optional<PreStop> preStop() {
        return tree.at("lifecycle", "preStop").filter(YamlMap.class::isInstance).map(PreStop::of);
    }

    /** Files that it sees from outside of its image. */
    public List<PodMount> mounts() {
        return PodMount.all(this);
    }

    private List<Written> words(String key) {
        return tree.list(key).stream()
                .flatMap(item -> item.scalar().stream())
                .map(Unfilled::of)
                .toList();
    }

    /**
     * A port of a container.
     *
     * @param number the port
     * @param name its name, by which a service may ask for it
     */
    public record ContainerPort(int number, Optional<String> name) {}
}
