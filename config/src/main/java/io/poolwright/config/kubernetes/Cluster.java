package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one environment, each once, patches laid over what they patch. */
final class Cluster {
    private final Map<String, KubernetesObject> objects = new LinkedHashMap<>();
    private final List<KubernetesObject> repeated = new ArrayList<>();

    /**
     * Adds an object. A part of one that is there already is laid over it; a whole one of the same kind and name replaces it
     * when it is of the environment itself.
     *
     * @param own whether it is of the environment's own folder, and not of what all environments share
     */
    void add(KubernetesObject object, boolean own) {
        String key = object.kind() + "/" + object.name();
        KubernetesObject known = objects.get(key);
        if (known == null || object.name().isEmpty()) {
            objects.put(known == null ? key : key + "#" + objects.size(), object);
        } else if (known.namespace().equals(object.namespace())
                || known.namespace().isEmpty()
                || object.namespace().isEmpty()) {
            if (!whole(object)) {
                objects.put(key, with(known, StrategicMerge.over(known.tree(), object.tree())));
            } else if (own) {
                objects.put(key, object);
            } else if (!whole(known)) {
                objects.put(key, with(object, StrategicMerge.over(object.tree(), known.tree())));
            } else {
                repeated.add(object);
            }
        } else {
            objects.putIfAbsent(key + "/" + object.namespace(), object);
        }
    }

    /** Objects of a kind and name that another file had declared before. */
    List<KubernetesObject> repeated() {
        return List.copyOf(repeated);
    }

    List<Workload> workloads() {
        return objects.values().stream()
                .flatMap(object -> Workload.of(object).stream())
                .filter(workload -> !workload.containers().isEmpty())
                .toList();
    }

    List<ServiceObject> services() {
        return objects.values().stream()
                .flatMap(object -> ServiceObject.of(object).stream())
                .toList();
    }

    List<IngressObject> ingresses() {
        return objects.values().stream()
                .flatMap(object -> IngressObject.of(object).stream())
                .toList();
    }

    List<ConfigMap> configMaps() {
        return objects.values().stream()
                .flatMap(object -> ConfigMap.of(object).stream())
                .toList();
    }

    Optional<ConfigMap> configMap(String name) {
        return configMaps().stream()
                .filter(map -> map.object().name().equals(name))
                .findFirst();
    }

    Optional<Autoscaler> autoscaler(Workload of) {
        return objects.values().stream()
                .flatMap(object -> Autoscaler.of(object).stream())
                .filter(one -> one.targetName().equals(of.name())
                        && one.targetKind().equals(of.object().kind()))
                .findFirst();
    }

    /** Whether an object can stand for itself: what runs pods says with which images. */
    private static boolean whole(KubernetesObject object) {
        return Workload.of(object)
                .map(workload -> {
                    List<KubernetesContainer> containers = workload.containers();
                    return !containers.isEmpty()
                            && containers.stream()
                                    .allMatch(container -> container.image().isPresent());
                })
                .orElse(!object.kind().equals("HorizontalPodAutoscaler")
                        || object.tree().at("spec", "scaleTargetRef").isPresent());
    }

    private static KubernetesObject with(KubernetesObject object, YamlMap tree) {
        return new KubernetesObject(object.kind(), object.name(), object.namespace(), tree);
    }
}
