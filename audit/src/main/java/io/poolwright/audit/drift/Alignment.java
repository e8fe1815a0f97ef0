package io.poolwright.audit.drift;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the same part in several environments. A part is known by its kind, product and name; the program that it belongs to
 * tells apart what would otherwise be called the same.
 */
final class Alignment {
    /** What an environment sizes for itself: copies, memory and images may differ without being drift. */
    private static final Set<Kind> SIZED = EnumSet.of(Kind.SERVICE);

    /** A second face of a setting, which would tell the same difference twice. */
    private static final String AS_WRITTEN = " as written";

    private Alignment() {}

    static List<DriftRow> rows(Map<String, Stack> stacks) {
        Set<String> shared = new TreeSet<>();
        stacks.values().forEach(stack -> byName(stack).forEach((name, same) -> {
            if (same.stream().map(Part::origin).distinct().count() > 1) {
                shared.add(name);
            }
        }));
        Map<String, Map<String, Part>> parts = new TreeMap<>();
        stacks.forEach((environment, stack) -> named(stack, shared)
                .forEach((name, part) -> parts.computeIfAbsent(name, key -> new LinkedHashMap<>())
                        .put(environment, part)));
        List<DriftRow> rows = new ArrayList<>();
        parts.forEach((name, byEnvironment) -> {
            if (byEnvironment.size() > 1) {
                rows.addAll(rows(name, byEnvironment));
            }
        });
        return rows;
    }

    /** Parts of one origin are copies, however many an environment runs: the first stands for all. */
    private static Map<String, Part> named(Stack stack, Set<String> shared) {
        Map<String, Part> named = new LinkedHashMap<>();
        byName(stack)
                .forEach((name, same) -> same.forEach(part ->
                        named.putIfAbsent(shared.contains(name) ? name + " of " + program(part, stack) : name, part)));
        return named;
    }

    private static Map<String, List<Part>> byName(Stack stack) {
        return stack.parts().stream()
                .filter(part -> !SIZED.contains(part.kind()))
                .collect(Collectors.groupingBy(Alignment::name, LinkedHashMap::new, Collectors.toList()));
    }

    private static String name(Part part) {
        String kind = part.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s %s '%s'".formatted(part.product(), kind, part.name());
    }

    private static String program(Part part, Stack stack) {
        return stack.service(part)
                .map(Part::name)
                .or(() -> stack.parent(part).map(parent -> program(parent, stack)))
                .orElse(part.origin().file());
    }

    private static List<DriftRow> rows(String name, Map<String, Part> byEnvironment) {
        Set<String> settings = byEnvironment.values().stream()
                .flatMap(part -> part.settings().all().stream())
                .filter(Setting::isDeclared)
                .filter(setting -> !setting.name().endsWith(AS_WRITTEN))
                .filter(setting -> !setting.isKnown() || isFigure(setting.get()))
                .map(Setting::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<DriftRow> rows = new ArrayList<>();
        for (String setting : settings) {
            Map<String, Setting<?>> values = new LinkedHashMap<>();
            byEnvironment.forEach((environment, part) ->
                    part.settings().find(setting).ifPresent(value -> values.put(environment, value)));
            if (values.size() > 1) {
                rows.add(new DriftRow(name, setting, values));
            }
        }
        return rows;
    }

    /** Numbers, times, sizes and switches; texts such as URLs and names differ between environments by nature. */
    private static boolean isFigure(Object value) {
        return !(value instanceof String);
    }
}
