package io.poolwright.config.assemble;

import io.poolwright.config.container.ImageName;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the module of the tree that an image holds when nothing says how the image is built: the module of the same name, or
 * the only module when there is only one program.
 */
final class Homes {
    private static final List<String> MARKS = List.of(
            "src/main/resources/application", "src/main/resources/config/application", "src/main/resources/bootstrap");

    private Homes() {}

    /** The units, those without a folder given one where it can be told. */
    static List<Workload> found(List<Workload> workloads, Tree tree) {
        Set<String> modules = modules(tree);
        List<Workload> homeless = workloads.stream()
                .filter(unit -> unit.mounts().values().containsAll(unit.folders()))
                .filter(unit -> unit.image().filter(KnownPrograms::isServer).isEmpty())
                .filter(unit -> unit.image().isPresent())
                .toList();
        Set<String> images = new LinkedHashSet<>();
        homeless.forEach(unit -> images.add(
                unit.image().map(ImageName::parse).map(ImageName::repository).orElse("")));
        boolean others = workloads.stream()
                .anyMatch(unit -> !unit.mounts().values().containsAll(unit.folders())
                        && unit.image().filter(KnownPrograms::isServer).isEmpty());
        List<Workload> all = new ArrayList<>();
        for (Workload unit : workloads) {
            Optional<String> home = !homeless.contains(unit)
                    ? Optional.empty()
                    : byName(unit, modules)
                            .or(() -> modules.size() == 1 && images.size() == 1 && !others
                                    ? modules.stream().findFirst()
                                    : Optional.empty());
            Set<String> folders = new LinkedHashSet<>(unit.folders());
            home.ifPresent(folders::add);
            all.add(unit.in(folders));
        }
        return all;
    }

    private static Optional<String> byName(Workload unit, Set<String> modules) {
        Set<String> names = new LinkedHashSet<>();
        names.add(plain(unit.service().name()));
        unit.image().ifPresent(image -> names.add(plain(ImageName.parse(image).program())));
        List<String> equal = modules.stream()
                .filter(module -> names.contains(plain(last(module))))
                .toList();
        if (!equal.isEmpty()) {
            return equal.size() == 1 ? Optional.of(equal.get(0)) : Optional.empty();
        }
        List<String> ending = modules.stream()
                .filter(module -> names.stream()
                        .anyMatch(name ->
                                plain(last(module)).endsWith("-" + name) || name.endsWith("-" + plain(last(module)))))
                .filter(module -> !last(module).isEmpty())
                .toList();
        return ending.size() == 1 ? Optional.of(ending.get(0)) : Optional.empty();
    }

    private static String last(String module) {
        return module.substring(module.lastIndexOf('/') + 1);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Set<String> modules(Tree tree) {
        Set<String> modules = new LinkedHashSet<>();
        for (SourceFile file : tree.files()) {
            for (String mark : MARKS) {
                int at = file.relative().indexOf(mark);
                if (at == 0 || (at > 0 && file.relative().charAt(at - 1) == '/')) {
                    modules.add(at == 0 ? "" : file.relative().substring(0, at - 1));
                }
            }
        }
        return modules;
    }
}
