package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A ConfigMap, or one entry of it, that a container sees as files.
 *
 * @param configMap name of the ConfigMap
 * @param target path in the container: of a folder, or of a file when {@code key} is set by {@code subPath}
 * @param key the only entry that is mounted; empty for all
 * @param names entry → name of its file, where {@code items} says so; empty when the keys themselves are the names
 */
public record PodMount(String configMap, String target, Optional<String> key, Map<String, String> names) {
    public PodMount {
        names = Map.copyOf(names);
    }

    /** The path in the container of an entry of the ConfigMap; empty when this mount does not show it. */
    public Optional<String> pathOf(String entry) {
        String name = names.isEmpty() ? entry : names.getOrDefault(entry, "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (key.isPresent()) {
            return key.get().equals(name) ? Optional.of(target) : Optional.empty();
        }
        return Optional.of(target.endsWith("/") ? target + name : target + "/" + name);
    }

    static List<PodMount> all(KubernetesContainer container) {
        List<PodMount> mounts = new ArrayList<>();
        for (YamlNode mount : container.tree().list("volumeMounts")) {
            Optional<String> volume = mount.text("name");
            Optional<String> path = mount.text("mountPath");
            if (volume.isEmpty() || path.isEmpty()) {
                continue;
            }
            for (YamlNode candidate : container.pod().list("spec", "volumes")) {
                if (candidate.text("name").equals(volume)) {
                    sources(candidate, path.get(), mount.text("subPath"), mounts);
                }
            }
        }
        return mounts;
    }

    private static void sources(YamlNode volume, String path, Optional<String> subPath, List<PodMount> mounts) {
        volume.at("configMap").ifPresent(source -> add(source, path, subPath, mounts));
        for (YamlNode source : volume.list("projected", "sources")) {
            source.at("configMap").ifPresent(map -> add(map, path, subPath, mounts));
        }
    }

    private static void add(YamlNode source, String path, Optional<String> subPath, List<PodMount> mounts) {
        Map<String, String> names = new TreeMap<>();
        for (YamlNode item : source.list("items")) {
            item.text("key").ifPresent(key -> names.put(key, item.text("path").orElse(key)));
        }
        source.text("name").ifPresent(name -> mounts.add(new PodMount(name, path, subPath, names)));
    }
}
