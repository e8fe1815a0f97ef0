package io.poolwright.config.build;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one build file says of versions and libraries.
 *
 * @param file its path
 * @param parent Maven's parent, when it has one
 * @param properties names that stand for versions: {@code <properties>}, {@code ext} and the like
 * @param imported platforms whose versions it takes over: imported BOMs, {@code platform(…)}, the Spring Boot plugin
 * @param managed versions that it sets for libraries used elsewhere
 * @param used the libraries it uses itself, those of tests left out
 */
public record BuildFile(
        String file,
        Optional<Library> parent,
        Map<String, Stated> properties,
        List<Library> imported,
        List<Library> managed,
        List<Library> used) {
    public BuildFile {
        properties = Map.copyOf(properties);
        imported = List.copyOf(imported);
        managed = List.copyOf(managed);
        used = List.copyOf(used);
    }

    /** A build file that says nothing. */
    static BuildFile empty(String file) {
        return new BuildFile(file, Optional.empty(), Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * A text with its line.
     *
     * @param text as written; may hold <code>${name}</code>
     */
    public record Stated(String text, Origin origin) {}

    /**
     * A library, a platform or a plugin.
     *
     * @param group Maven's groupId; a plugin's is its id
     * @param name Maven's artifactId; a plugin's is {@code plugin}
     * @param version as written, not followed; empty when something else decides it
     */
    public record Library(String group, String name, Optional<String> version, Origin origin) {}
}
