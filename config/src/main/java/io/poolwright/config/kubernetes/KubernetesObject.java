package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One object of a manifest.
 *
 * @param kind as in {@code Deployment}
 * @param name {@code metadata.name}; empty when it is missing
 * @param namespace {@code metadata.namespace}; empty when the one of the command line applies
 * @param tree all of it
 */
public record KubernetesObject(String kind, String name, String namespace, YamlMap tree) {

    /** Where the object begins. */
    public Origin origin() {
        return tree.origin();
    }

    /** Annotations by name, with their places. */
    public Map<String, YamlScalar> annotations() {
        return pairs(tree.map("metadata", "annotations"));
    }

    /** Labels by name. */
    public Map<String, String> labels() {
        return texts(tree.map("metadata", "labels"));
    }

    /** Scalars of a mapping by key. */
    static Map<String, YamlScalar> pairs(YamlMap map) {
        Map<String, YamlScalar> pairs = new LinkedHashMap<>();
        for (YamlEntry entry : map.entries()) {
            entry.value().scalar().ifPresent(value -> pairs.put(entry.name(), value));
        }
        return pairs;
    }

    static Map<String, String> texts(YamlMap map) {
        Map<String, String> texts = new LinkedHashMap<>();
        pairs(map).forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    /** A scalar as it stands below these keys. */
    public Optional<YamlScalar> scalar(String... keys) {
        return tree.scalar(keys);
    }
}
