package io.poolwright.config.assemble;

import java.util.Comparator;
import java.util.List;

/** Says which deployed units run with a file of the tree. */
final class Ownership {
    private Ownership() {}

    static List<Workload> of(String relative, List<Workload> workloads) {
        List<Workload> byFile = workloads.stream()
                .filter(workload -> workload.files().contains(relative))
                .toList();
        if (!byFile.isEmpty()) {
            return byFile;
        }
        int deepest = workloads.stream()
                .mapToInt(workload -> depth(relative, workload))
                .max()
                .orElse(-1);
        return deepest < 0
                ? List.of()
                : workloads.stream()
                        .filter(workload -> depth(relative, workload) == deepest)
                        .sorted(Comparator.comparing(
                                workload -> workload.service().id()))
                        .toList();
    }

    /** How near the folder is that a unit is built from: letters of its path, or −1 when the file lies elsewhere. */
    private static int depth(String relative, Workload workload) {
        return workload.folders().stream()
                .filter(folder -> folder.isEmpty() || relative.startsWith(folder + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
