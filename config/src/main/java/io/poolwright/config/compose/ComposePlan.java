package io.poolwright.config.compose;

import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.container.FilePaths;
import io.poolwright.config.yaml.YamlEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files of one folder that are started together, and for which environment.
 *
 * <p>{@code docker-compose.yml} with its override is the plan without a name. A file named after an environment
 * ({@code docker-compose.prod.yml}, or any in a folder {@code prod}) is a plan of that environment: alone when its services
 * say where they come from, else laid over the base. A variant with another name stands for itself, and is left out when it
 * only adds to the base, since nobody knows whether it is used.
 *
 * @param environment as {@link EnvironmentName} spells it; empty for none
 * @param files base first
 */
record ComposePlan(String environment, List<ComposeFile> files) {

    /** What tells it from the other plans of its folder in part ids: the name of its first file. */
    String main() {
        return files.get(0).name();
    }

    String folder() {
        return FilePaths.folder(main());
    }

    /** The plans of all compose files of a tree; those that another file takes in are no plan of their own. */
    static List<ComposePlan> of(Map<String, ComposeFile> byRelative) {
        Map<String, List<ComposeFile>> folders = new LinkedHashMap<>();
        Set<String> taken = takenIn(byRelative.values().stream().toList());
        byRelative.forEach((relative, file) -> {
            boolean odd = FileRole.of(relative).isEmpty();
            if (!odd || !taken.contains(FilePaths.join("", file.name()))) {
                folders.computeIfAbsent(FilePaths.folder(relative), folder -> new ArrayList<>())
                        .add(file);
            }
        });
        List<ComposePlan> plans = new ArrayList<>();
        folders.forEach((folder, files) -> plans.addAll(inFolder(folder, files)));
        return plans;
    }

    private static List<ComposePlan> inFolder(String folder, List<ComposeFile> files) {
        String here = EnvironmentName.ofFolders(folder).orElse("");
        Optional<ComposeFile> base = files.stream()
                .filter(file -> kind(file) == FileRole.Kind.BASE)
                .min(Comparator.comparingInt(file -> preference(file.name())));
        Optional<ComposeFile> override = files.stream()
                .filter(file -> kind(file) == FileRole.Kind.OVERRIDE)
                .findFirst();
        List<ComposePlan> plans = new ArrayList<>();
        base.ifPresent(file -> plans.add(
                new ComposePlan(here, override.map(over -> List.of(file, over)).orElse(List.of(file)))));
        if (base.isEmpty()) {
            override.ifPresent(file -> plans.add(new ComposePlan(here, List.of(file))));
        }
        for (ComposeFile file : files) {
            Optional<FileRole> role = FileRole.of(file.name());
            if (role.isEmpty() && isPartOfAnother(file, files)) {
                continue;
            }
            if (role.isEmpty()) {
                String stem = FilePaths.name(file.name()).replaceFirst("\\.ya?ml$", "");
                plans.add(new ComposePlan(EnvironmentName.ofWords(stem).orElse(here), List.of(file)));
            } else if (role.get().kind() == FileRole.Kind.VARIANT) {
                Optional<String> environment =
                        EnvironmentName.ofWords(role.get().variant());
                boolean alone = base.isEmpty() || complete(file, base.get());
                if (alone) {
                    plans.add(new ComposePlan(environment.orElse(here), List.of(file)));
                } else if (environment.isPresent()) {
                    plans.add(new ComposePlan(environment.get(), List.of(base.get(), file)));
                }
            }
        }
        return plans;
    }

    /** Whether all its services stand in a larger file beside it too, as when one starts a part of the other. */
    private static boolean isPartOfAnother(ComposeFile file, List<ComposeFile> files) {
        Set<String> own = names(file);
        return files.stream()
                .filter(other ->
                        !other.equals(file) && FileRole.of(other.name()).isEmpty())
                .map(ComposePlan::names)
                .anyMatch(names -> names.size() > own.size() && names.containsAll(own));
    }

    private static Set<String> names(ComposeFile file) {
        Set<String> names = new HashSet<>();
        file.services().forEach(entry -> names.add(entry.name()));
        return names;
    }

    private static FileRole.Kind kind(ComposeFile file) {
        return FileRole.of(file.name()).map(FileRole::kind).orElse(FileRole.Kind.VARIANT);
    }

    /** Compose's own order when several bases lie in one folder. */
    private static int preference(String file) {
        return List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
                .indexOf(FilePaths.name(file).toLowerCase(Locale.ROOT));
    }

    /** Whether a variant can be started without the base: each service comes from somewhere and misses none that it names. */
    private static boolean complete(ComposeFile variant, ComposeFile base) {
        Set<String> names = new HashSet<>();
        variant.services().forEach(entry -> names.add(entry.name()));
        for (YamlEntry service : variant.services()) {
            boolean comes = service.value().at("image").isPresent()
                    || service.value().at("build").isPresent()
                    || service.value().at("extends").isPresent();
            Set<String> needed = new LinkedHashSet<>(service.value()
                    .at("depends_on")
                    .map(ServiceShape::names)
                    .map(map -> map.keys())
                    .orElse(List.of()));
            if (!comes || !names.containsAll(needed)) {
                return false;
            }
        }
        boolean overlaps = base.services().stream().anyMatch(entry -> names.contains(entry.name()));
        return !names.isEmpty() && (overlaps || names.size() > 1);
    }

    /** Names of files that others extend or include. */
    private static Set<String> takenIn(List<ComposeFile> files) {
        Set<String> taken = new HashSet<>();
        for (ComposeFile file : files) {
            for (YamlEntry service : file.services()) {
                service.value()
                        .text("extends", "file")
                        .ifPresent(path -> taken.add(FilePaths.beside(file.name(), path)));
            }
            file.tree().at("include").map(ServiceShape::items).orElse(List.of()).forEach(item -> item.text()
                    .or(() -> item.text("path"))
                    .ifPresent(path -> taken.add(FilePaths.beside(file.name(), path))));
        }
        return taken;
    }
}
