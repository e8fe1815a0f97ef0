package io.poolwright.config.compose;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows {@code extends} and {@code include} from file to file; what cannot be followed becomes a note. */
final class Lineage {
    private static final int MOST_STEPS = 32;

    private final NearbyFiles nearby;
    private final Filling filling;
    private final List<ComposeNote> notes = new ArrayList<>();
    private final Map<String, Optional<ComposeFile>> read = new HashMap<>();

    Lineage(NearbyFiles nearby, Filling filling) {
        this.nearby = nearby;
        this.filling = filling;
    }

    List<ComposeNote> notes() {
        return List.copyOf(notes);
    }

    /** All services of a file, each with what it extends, and those of the files that it includes. */
    Map<String, YamlEntry> services(ComposeFile file) {
        return services(file, new HashSet<>(Set.of(file.name())));
    }

    private Map<String, YamlEntry> services(ComposeFile file, Set<String> including) {
        Map<String, YamlEntry> services = new LinkedHashMap<>();
        for (YamlNode item : file.tree().at("include").map(ServiceShape::items).orElse(List.of())) {
            for (YamlScalar path : paths(item)) {
                included(file, path, including)
                        .ifPresent(other -> services(other, including).forEach(services::putIfAbsent));
            }
        }
        for (YamlEntry entry : file.services()) {
            if (entry.value() instanceof YamlScalar nothing && nothing.isNull()) {
                continue;
            }
            YamlMap own = ComposeFile.mapping(entry);
            YamlMap whole = extended(file, entry.name(), own, new HashSet<>());
            services.put(entry.name(), new YamlEntry(entry.key(), whole, entry.merged()));
        }
        return services;
    }

    private static List<YamlScalar> paths(YamlNode item) {
        YamlNode path = item.at("path").orElse(item);
        return ServiceShape.items(path).stream()
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .toList();
    }

    private Optional<ComposeFile> included(ComposeFile from, YamlScalar path, Set<String> including) {
        Optional<ComposeFile> file = file(from.name(), filling.fill(path).text());
        if (file.isPresent()
                && (including.size() >= MOST_STEPS || !including.add(file.get().name()))) {
            return Optional.empty();
        }
        if (file.isEmpty()) {
            notes.add(
                    new ComposeNote(path.origin(), "include " + path.text() + " is not there, or is no compose file"));
        }
        return file;
    }

    private YamlMap extended(ComposeFile file, String name, YamlMap service, Set<String> seen) {
        Optional<YamlNode> parent = service.at("extends");
        if (parent.isEmpty()) {
            return service;
        }
        if (!seen.add(file.name() + "#" + name) || seen.size() > MOST_STEPS) {
            notes.add(new ComposeNote(parent.get().origin(), "extends goes round in a circle"));
            return service;
        }
        Optional<YamlScalar> where = parent.get().scalar("file");
        Optional<String> what = parent.get() instanceof YamlScalar scalar
                ? Optional.of(scalar.text())
                : parent.get().text("service");
        String base = what.orElse(name);
        Optional<ComposeFile> source = where.isEmpty()
                ? Optional.of(file)
                : file(file.name(), filling.fill(where.get()).text());
        Optional<YamlEntry> found = source.flatMap(other -> other.services().stream()
                .filter(entry -> entry.name().equals(base) && entry.value() instanceof YamlMap)
                .findFirst());
        if (source.isEmpty() || found.isEmpty()) {
            notes.add(new ComposeNote(
                    parent.get().origin(), "service '" + base + "', which this one extends, is not there"));
            return service;
        }
        YamlMap whole = extended(source.get(), base, ComposeFile.mapping(found.get()), seen);
        return ServiceMerge.over(whole, service);
    }

    private Optional<ComposeFile> file(String beside, String path) {
        return nearby.find(beside, path).flatMap(found -> read.computeIfAbsent(found.name(), name -> parse(found)));
    }

    private Optional<ComposeFile> parse(NearbyFiles.NearbyFile found) {
        try {
            return ComposeFile.parse(found.name(), found.text());
        } catch (ConfigSyntaxException e) {
            notes.add(new ComposeNote(e.origin(), "a file that is extended or included does not parse"));
            return Optional.empty();
        }
    }
}
