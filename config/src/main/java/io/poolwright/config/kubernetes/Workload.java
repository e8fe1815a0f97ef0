package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that runs pods: a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob or a bare Pod.
 *
 * @param object the whole object
 * @param pod its pod template, or the pod itself
 */
public record Workload(KubernetesObject object, YamlMap pod) {
    private static final Set<String> TEMPLATED = Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "Job",
            "DeploymentConfig",
            "Rollout");

    /** The workload that an object is. */
    public static Optional<Workload> of(KubernetesObject object) {
        YamlMap tree = object.tree();
        if (object.kind().equals("Pod")) {
            return Optional.of(new Workload(object, tree));
        }
        if (object.kind().equals("CronJob")) {
            return Optional.of(new Workload(object, tree.map("spec", "jobTemplate", "spec", "template")));
        }
        return TEMPLATED.contains(object.kind())
                ? Optional.of(new Workload(object, tree.map("spec", "template")))
                : Optional.empty();
    }

    /** Its name. */
    public String name() {
        return object.name();
    }

    /** Where it begins. */
    public Origin origin() {
        return object.origin();
    }

    /** Whether it runs to an end instead of serving. */
    public boolean job() {
        return object.kind().equals("Job") || object.kind().equals("CronJob");
    }

    /** {@code spec.replicas}; empty when it is not written, and then one runs, or as many as an autoscaler says. */
    public Optional<YamlScalar> replicas() {
        return object.scalar("spec", "replicas");
    }

    /** Whether one pod runs on every node. */
    public boolean everywhere() {
        return object.kind().equals("DaemonSet");
    }

    /** Whether an update replaces pods a few at a time, which is the default of a Deployment. */
    public boolean rolling() {
        return object.kind().equals("Deployment")
                && object.tree()
                        .text("spec", "strategy", "type")
                        .map("RollingUpdate"::equals)
                        .orElse(true);
    }

    /** Pods above the wanted number during an update, as a count or as a per cent; 25% when not written. */
    public Optional<YamlScalar> maxSurge() {
        return object.scalar("spec", "strategy", "rollingUpdate", "maxSurge");
    }

    /** Pods that may be missing during an update. */
    public Optional<YamlScalar> maxUnavailable() {
        return object.scalar("spec", "strategy", "rollingUpdate", "maxUnavailable");
    }

    /** Labels of its pods. */
    public Map<String, String> podLabels() {
        return KubernetesObject.texts(pod.map("metadata", "labels"));
    }

    /** Seconds between the stop signal and the kill; thirty when not written. */
    public Optional<YamlScalar> terminationGracePeriodSeconds() {
        return pod.scalar("spec", "terminationGracePeriodSeconds");
    }

    /** Containers that run for as long as the pod, sidecars among the init containers included. */
    public List<KubernetesContainer> containers() {
        Stream<KubernetesContainer> sidecars = initial().filter(container -> container
                .tree()
                .text("restartPolicy")
                .map("Always"::equals)
                .orElse(false));
        return Stream.concat(of("containers"), sidecars).toList();
    }

    /** Containers that run to an end before the others start. */
    public List<KubernetesContainer> initContainers() {
        return initial()
                .filter(container -> !container
                        .tree()
                        .text("restartPolicy")
                        .map("Always"::equals)
                        .orElse(false))
                .toList();
    }

    private Stream<KubernetesContainer> initial() {
        return of("initContainers");
    }

    private Stream<KubernetesContainer> of(String key) {
        return pod.list("spec", key).stream()
                .filter(YamlMap.class::isInstance)
                .map(node -> new KubernetesContainer(pod, (YamlMap) node));
    }
}
