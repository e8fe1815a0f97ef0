package io.poolwright.config.kubernetes;

import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a patch over an object as Kustomize does with a strategic merge: mappings are merged, items of a list are matched by
 * their name, mount path or port, and other lists are replaced.
 */
final class StrategicMerge {
    private static final List<String> KEYS = List.of("name", "mountPath", "containerPort");

    private StrategicMerge() {}

    static YamlMap over(YamlMap base, YamlMap patch) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        base.entries().forEach(entry -> entries.put(entry.name(), entry));
        for (YamlEntry entry : patch.entries()) {
            YamlEntry below = entries.get(entry.name());
            YamlNode value = below == null ? entry.value() : over(below.value(), entry.value());
            entries.put(entry.name(), new YamlEntry(entry.key(), value, false));
        }
        return new YamlMap(List.copyOf(entries.values()), base.repeated(), base.origin());
    }

    private static YamlNode over(YamlNode base, YamlNode patch) {
        if (base instanceof YamlMap below && patch instanceof YamlMap above) {
            return over(below, above);
        }
        if (base instanceof YamlList below && patch instanceof YamlList above) {
            Optional<String> key = KEYS.stream()
                    .filter(name -> above.items().stream()
                                    .allMatch(item -> item.text(name).isPresent())
                            && below.items().stream()
                                    .allMatch(item -> item.text(name).isPresent()))
                    .findFirst();
            return key.map(name -> byKey(name, below, above)).orElse(above);
        }
        return patch;
    }

    private static YamlNode byKey(String key, YamlList base, YamlList patch) {
        Map<String, YamlNode> items = new LinkedHashMap<>();
        base.items().forEach(item -> items.put(item.text(key).orElse(""), item));
        for (YamlNode item : patch.items()) {
            items.merge(item.text(key).orElse(""), item, StrategicMerge::over);
        }
        return new YamlList(List.copyOf(items.values()), base.origin());
    }
}
