package io.poolwright.config.compose;

import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Brings the two spellings of one thing into one: {@code [A=1]} becomes {@code {A: 1}}. */
final class ServiceShape {
    private ServiceShape() {}

    /** A mapping, or a list of {@code KEY=value}, as a mapping; a key alone has the value null. */
    static YamlMap pairs(YamlNode node) {
        if (node instanceof YamlMap map) {
            return map;
        }
        List<YamlEntry> entries = new ArrayList<>();
        if (node instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlScalar scalar) {
                    pair(scalar, entries);
                } else if (item instanceof YamlMap map) {
                    entries.addAll(map.entries());
                }
            }
        }
        return new YamlMap(onceEach(entries), List.of(), node.origin());
    }

    private static void pair(YamlScalar scalar, List<YamlEntry> entries) {
        String text = scalar.text();
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        YamlScalar name = new YamlScalar(key.strip(), false, false, scalar.origin());
        YamlScalar value = equals < 0
                ? new YamlScalar("", true, false, scalar.origin())
                : new YamlScalar(text.substring(equals + 1), false, false, scalar.origin());
        entries.add(new YamlEntry(name, value, false));
    }

    /** A mapping, or a list of names, as a mapping with empty values. */
    static YamlMap names(YamlNode node) {
        if (node instanceof YamlMap map) {
            return map;
        }
        List<YamlEntry> entries = new ArrayList<>();
        if (node instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlScalar name) {
                    YamlMap nothing = new YamlMap(List.of(), List.of(), name.origin());
                    entries.add(new YamlEntry(name, nothing, false));
                }
            }
        }
        return new YamlMap(onceEach(entries), List.of(), node.origin());
    }

    /** One item or several, as items. */
    static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlList list ? list.items() : List.of(node);
    }

    /** The last of each name, in the order of the last ones. */
    private static List<YamlEntry> onceEach(List<YamlEntry> entries) {
        LinkedHashMap<String, YamlEntry> last = new LinkedHashMap<>();
        for (YamlEntry entry : entries) {
            last.remove(entry.name());
            last.put(entry.name(), entry);
        }
        return List.copyOf(last.values());
    }
}
