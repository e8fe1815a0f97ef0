package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ConfigMap: settings, and whole files inside the manifest.
 *
 * @param object the whole object
 */
public record ConfigMap(KubernetesObject object) {

    /** The ConfigMap that an object is. */
    public static Optional<ConfigMap> of(KubernetesObject object) {
        return object.kind().equals("ConfigMap") ? Optional.of(new ConfigMap(object)) : Optional.empty();
    }

    /** Its entries in order. */
    public List<YamlEntry> entries() {
        return object.tree().map("data").entries();
    }

    /** The entry of a key. */
    public Optional<YamlEntry> entry(String key) {
        return object.tree().map("data").entry(key);
    }

    /** Entries that are files: their name has an ending, or their text has lines. */
    public List<EmbeddedFile> files() {
        List<EmbeddedFile> files = new ArrayList<>();
        for (YamlEntry entry : entries()) {
            Optional<YamlScalar> text = entry.value().scalar();
            boolean file = (entry.name().contains(".") && !entry.name().contains("/"))
                    || text.map(value -> value.text().contains("\n")).orElse(false);
            if (file) {
                text.ifPresent(value -> files.add(EmbeddedFile.of(entry.name(), value)));
            }
        }
        return files;
    }
}
