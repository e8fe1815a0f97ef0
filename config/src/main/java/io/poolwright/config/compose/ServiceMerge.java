package io.poolwright.config.compose;

import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlList;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays one service over another: mappings are merged, lists are joined, and a single value, a command or a health check
 * replaces what was there. Source: compose specification, “Merge and override”.
 */
final class ServiceMerge {
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");
    private static final Set<String> PAIRS =
            Set.of("environment", "labels", "annotations", "sysctls", "args", "extra_hosts");
    private static final Set<String> NAMES = Set.of("depends_on", "networks");
    private static final Set<String> JOINED = Set.of("env_file", "expose", "dns", "dns_search", "tmpfs", "links");
    private static final Set<String> BY_TARGET = Set.of("volumes", "configs", "secrets", "devices");

    private ServiceMerge() {}

    static YamlMap over(YamlMap base, YamlMap over) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        base.entries().forEach(entry -> entries.put(entry.name(), entry));
        for (YamlEntry entry : over.entries()) {
            YamlEntry below = entries.get(entry.name());
            YamlNode value = below == null ? entry.value() : value(entry.name(), below.value(), entry.value());
            entries.put(entry.name(), new YamlEntry(entry.key(), value, entry.merged()));
        }
        return new YamlMap(List.copyOf(entries.values()), over.repeated(), over.origin());
    }

    private static YamlNode value(String key, YamlNode base, YamlNode over) {
        if (REPLACED.contains(key)) {
            return over;
        }
        if (PAIRS.contains(key)) {
            return over(ServiceShape.pairs(base), ServiceShape.pairs(over));
        }
        if (NAMES.contains(key)) {
            return over(ServiceShape.names(base), ServiceShape.names(over));
        }
        if (BY_TARGET.contains(key)) {
            return byTarget(base, over);
        }
        if (base instanceof YamlMap below && over instanceof YamlMap above) {
            return over(below, above);
        }
        if (JOINED.contains(key) || (base instanceof YamlList && over instanceof YamlList)) {
            List<YamlNode> items = new ArrayList<>(ServiceShape.items(base));
            items.addAll(ServiceShape.items(over));
            return new YamlList(items, over.origin());
        }
        return over;
    }

    /** What is mounted at the same place is mounted once: the later one. */
    private static YamlNode byTarget(YamlNode base, YamlNode over) {
        Map<String, YamlNode> items = new LinkedHashMap<>();
        for (YamlNode item : ServiceShape.items(base)) {
            items.put(ComposeMount.target(item), item);
        }
        for (YamlNode item : ServiceShape.items(over)) {
            items.put(ComposeMount.target(item), item);
        }
        return new YamlList(List.copyOf(items.values()), over.origin());
    }
}
