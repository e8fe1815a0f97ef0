package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlScalar;
import java.util.Optional;

/**
 * A HorizontalPodAutoscaler, or a KEDA ScaledObject: how many pods of a workload may run.
 *
 * @param targetKind kind of the workload; Deployment when nothing is said
 * @param targetName its name
 * @param min fewest pods
 * @param max most pods
 * @param object the whole object
 */
public record Autoscaler(
        String targetKind,
        String targetName,
        Optional<YamlScalar> min,
        Optional<YamlScalar> max,
        KubernetesObject object) {

    /** The autoscaler that an object is, in any version of the API. */
    public static Optional<Autoscaler> of(KubernetesObject object) {
        boolean keda = object.kind().equals("ScaledObject");
        if (!keda && !object.kind().equals("HorizontalPodAutoscaler")) {
            return Optional.empty();
        }
        return object.tree()
                .text("spec", "scaleTargetRef", "name")
                .map(target -> new Autoscaler(
                        object.tree().text("spec", "scaleTargetRef", "kind").orElse("Deployment"),
                        target,
                        object.scalar("spec", keda ? "minReplicaCount" : "minReplicas"),
                        object.scalar("spec", keda ? "maxReplicaCount" : "maxReplicas"),
                        object));
    }
}
