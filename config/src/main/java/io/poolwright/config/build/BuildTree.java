package io.poolwright.config.build;

import io.poolwright.config.ConfigSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The build files of a source tree, asked for one folder at a time. What a folder does not say, those above it do. */
public final class BuildTree {
    private static final int MOST_FOLLOWED = 20;

    private final Map<String, List<BuildFile>> byFolder = new HashMap<>();
    private final Map<String, VersionCatalog> catalogs = new HashMap<>();

    /** Whether a path is one that {@link #add} reads. */
    public static boolean isBuildFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("pom.xml")
                || name.equals("build.gradle")
                || name.equals("build.gradle.kts")
                || name.equals("gradle.properties")
                || name.equals("settings.gradle")
                || name.equals("settings.gradle.kts")
                || name.equals("libs.versions.toml");
    }

    /**
     * Reads one more file.
     *
     * @throws ConfigSyntaxException for a {@code pom.xml} that is no XML
     */
    public void add(String path, String text) {
        add(path, path, text);
    }

    /**
     * The same for a file whose name for people is another one than its path in the tree.
     *
     * @throws ConfigSyntaxException for a {@code pom.xml} that is no XML
     */
    public void add(String path, String shown, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("libs.versions.toml")) {
            String folder = folder(path);
            boolean usual = folder.equals("gradle") || folder.endsWith("/gradle");
            catalogs.put(usual ? folder(folder) : folder, VersionCatalog.parse(shown, text));
            return;
        }
        BuildFile read = name.equals("pom.xml") ? MavenPom.parse(shown, text) : GradleBuild.parse(shown, text);
        byFolder.computeIfAbsent(folder(path), f -> new ArrayList<>()).add(read);
    }

    /** Whether a folder itself has a build file. */
    public boolean isModule(String folder) {
        return byFolder.getOrDefault(folder, List.of()).stream()
                .anyMatch(file -> !file.file().endsWith("gradle.properties"));
    }

    /** The build of a folder: its own files first, then those of the folders above. */
    public ModuleBuild of(String folder) {
        List<BuildFile> nearestFirst = new ArrayList<>();
        VersionCatalog catalog = VersionCatalog.empty();
        boolean catalogFound = false;
        String here = folder;
        while (true) {
            nearestFirst.addAll(byFolder.getOrDefault(here, List.of()));
            if (!catalogFound && catalogs.containsKey(here)) {
                catalog = catalogs.getOrDefault(here, catalog);
                catalogFound = true;
            }
            if (here.isEmpty()) {
                break;
            }
            here = folder(here);
        }
        return new ModuleBuild(nearestFirst, catalog);
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Follows <code>${name}</code> and {@code $name} through properties; empty when one leads nowhere. */
    static Optional<String> follow(String text, Map<String, String> properties) {
        String now = text;
        for (int i = 0; i < MOST_FOLLOWED && now.indexOf('$') >= 0; i++) {
            int from = now.indexOf('$');
            boolean braces = now.startsWith("${", from);
            int end = braces ? now.indexOf('}', from) : now.length();
            if (end < 0) {
                return Optional.empty();
            }
            String value = properties.get(
                    now.substring(from + (braces ? 2 : 1), end).replaceAll("^(rootProject|project)\\.(?=\\w+$)", ""));
            if (value == null || now.length() > 500) {
                return Optional.empty();
            }
            now = now.substring(0, from) + value + now.substring(braces ? end + 1 : end);
        }
        return now.indexOf('$') >= 0 ? Optional.empty() : Optional.of(now);
    }
}
