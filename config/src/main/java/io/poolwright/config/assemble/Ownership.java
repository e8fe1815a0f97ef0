package io.poolwright.config.assemble;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says which deployed units run with a file of the tree: those that mount it or copy it into their image; else, for the file of
 * a well-known server, the only unit with that server; else the units that are built from the nearest folder around it.
 */
final class Ownership {
    /** Servers that do nothing without a file of their own, so that the only file must be it. */
    private static final Set<String> NEED_A_FILE = Set.of(
            "haproxy", "nginx", "openresty", "angie", "pgbouncer", "proxysql", "envoy", "traefik", "httpd", "apache");

    private Ownership() {}

    static List<Workload> of(String relative, List<Workload> workloads) {
        List<Workload> byFile = workloads.stream()
                .filter(workload -> workload.files().contains(relative))
                .toList();
        if (!byFile.isEmpty()) {
            return byFile;
        }
        Optional<List<String>> images = KnownPrograms.imagesFor(relative);
        List<Workload> inFolder = inMountedFolder(relative, workloads);
        if (!inFolder.isEmpty()) {
            return inFolder;
        }
        if (images.isPresent()) {
            return theServer(relative, images.get(), workloads);
        }
        return byFolder(relative, workloads);
    }

    private static List<Workload> inMountedFolder(String relative, List<Workload> workloads) {
        return workloads.stream()
                .filter(workload -> workload.mounts().values().stream()
                        .anyMatch(folder -> !folder.isEmpty() && relative.startsWith(folder + "/")))
                .filter(workload -> KnownPrograms.imagesFor(relative).isPresent()
                        || workload.image().filter(KnownPrograms::isServer).isPresent())
                .toList();
    }

    /** The only unit with such a server, unless it has another file of this name already. */
    private static List<Workload> theServer(String relative, List<String> images, List<Workload> workloads) {
        String name = relative.substring(relative.lastIndexOf('/') + 1);
        List<Workload> running = workloads.stream()
                .filter(workload -> workload.image()
                        .filter(image -> KnownPrograms.isOneOf(image, images))
                        .isPresent())
                .toList();
        boolean needed = images.stream().anyMatch(NEED_A_FILE::contains);
        boolean other = running.stream()
                .flatMap(workload -> workload.files().stream())
                .anyMatch(file -> file.endsWith("/" + name)
                        || KnownPrograms.imagesFor(file).isPresent());
        return needed && !other && running.size() == 1 ? running : List.of();
    }

    private static List<Workload> byFolder(String relative, List<Workload> workloads) {
        int deepest = workloads.stream()
                .mapToInt(workload -> depth(relative, workload))
                .max()
                .orElse(-1);
        if (deepest < 0) {
            return List.of();
        }
        List<Workload> near = workloads.stream()
                .filter(workload -> depth(relative, workload) == deepest)
                .sorted(Comparator.comparing(workload -> workload.service().id()))
                .toList();
        return narrowed(relative, near);
    }

    /** Of units built from one folder: a Java program is no front end, and an application's file is no server's. */
    private static List<Workload> narrowed(String relative, List<Workload> near) {
        List<Workload> programs = near.stream()
                .filter(workload ->
                        workload.image().filter(KnownPrograms::isServer).isEmpty())
                .toList();
        List<Workload> rest = programs.isEmpty() ? near : programs;
        boolean java = relative.contains("src/main/")
                || relative.endsWith(".properties")
                || relative.matches("(?:.*/)?(?:pom\\.xml|build\\.gradle(?:\\.kts)?|application[^/]*\\.ya?ml)");
        List<Workload> jvms = rest.stream()
                .filter(workload ->
                        workload.image().filter(KnownPrograms::isJava).isPresent())
                .toList();
        return java && !jvms.isEmpty() ? jvms : rest;
    }

    /** How near the folder is that a unit is built from: letters of its path, or −1 when the file lies elsewhere. */
    private static int depth(String relative, Workload workload) {
        return workload.folders().stream()
                .filter(folder -> folder.isEmpty() || relative.equals(folder) || relative.startsWith(folder + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
