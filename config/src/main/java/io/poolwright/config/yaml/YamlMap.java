package io.poolwright.config.yaml;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A mapping.
 *
 * @param entries in the order of the text, each key once: the last one written counts, merged keys stand behind written ones
 * @param repeated keys that were written more than once, at the place of the repetition; most readers refuse such a file
 */
public record YamlMap(List<YamlEntry> entries, List<YamlScalar> repeated, Origin origin) implements YamlNode {
    public YamlMap {
        entries = List.copyOf(entries);
        repeated = List.copyOf(repeated);
    }

    /** The value of a key. */
    public Optional<YamlNode> get(String key) {
        return entry(key).map(YamlEntry::value);
    }

    /** Key and value together. */
    public Optional<YamlEntry> entry(String key) {
        for (YamlEntry entry : entries) {
            if (entry.name().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The keys in order. */
    public List<String> keys() {
        return entries.stream().map(YamlEntry::name).toList();
    }
}
