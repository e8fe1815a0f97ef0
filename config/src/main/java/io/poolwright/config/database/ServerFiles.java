package io.poolwright.config.database;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which server runs with which of its product's files.
 *
 * @param byUnit every deployed unit of the product with the files that it runs with; perhaps none
 * @param alone files of which nobody says who runs them
 */
public record ServerFiles(Map<Workload, List<SourceFile>> byUnit, List<SourceFile> alone) {

    /**
     * Matches files to units: by mount, copy or build folder, and the only file to the only unit.
     *
     * @param files those of the product
     * @param products names of {@link DatabaseImage}
     */
    public static ServerFiles of(List<SourceFile> files, Assembly assembly, Set<String> products) {
        Map<Workload, List<SourceFile>> byUnit = new LinkedHashMap<>();
        for (Workload unit : assembly.workloads()) {
            if (DatabaseImage.of(unit)
                    .filter(image -> products.contains(image.product()))
                    .isPresent()) {
                byUnit.put(unit, new ArrayList<>());
            }
        }
        List<SourceFile> alone = new ArrayList<>();
        for (SourceFile file : files) {
            List<Workload> owners = assembly.running(file.relative()).stream()
                    .filter(byUnit::containsKey)
                    .toList();
            owners.forEach(
                    owner -> byUnit.getOrDefault(owner, new ArrayList<>()).add(file));
            if (owners.isEmpty()) {
                alone.add(file);
            }
        }
        List<Workload> without = byUnit.keySet().stream()
                .filter(unit -> byUnit.getOrDefault(unit, List.of()).isEmpty())
                .toList();
        if (alone.size() == 1 && byUnit.size() == 1 && without.size() == 1 && isNear(alone.get(0), without.get(0))) {
            byUnit.put(without.get(0), List.of(alone.remove(0)));
        }
        return new ServerFiles(byUnit, alone);
    }

    /** Whether a unit without files of its own may run with one that nobody claims. */
    public boolean isInDoubt(Workload unit) {
        return byUnit.getOrDefault(unit, List.of()).isEmpty() && alone.stream().anyMatch(file -> isNear(file, unit));
    }

    /** Whether a file lies in the folder of the manifest that describes the unit, or below. */
    private static boolean isNear(SourceFile file, Workload unit) {
        String id = unit.service().id();
        int end = id.indexOf("/service/");
        String manifest = end < 0 ? id : id.substring(0, end);
        int slash = manifest.lastIndexOf('/');
        return slash < 0 || file.relative().startsWith(manifest.substring(0, slash + 1));
    }
}
