package io.poolwright.config.build;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The libraries of one module and their versions, as far as the build files show them. */
public final class ModuleBuild {
    private static final String BOOT = "org.springframework.boot";

    private final List<BuildFile> nearestFirst;
    private final VersionCatalog catalog;
    private final Map<String, String> properties = new HashMap<>();

    ModuleBuild(List<BuildFile> nearestFirst, VersionCatalog catalog) {
        this.nearestFirst = List.copyOf(nearestFirst);
        this.catalog = catalog;
        for (BuildFile file : nearestFirst) {
            file.properties().forEach((name, stated) -> properties.putIfAbsent(name, stated.text()));
        }
    }

    /**
     * A version with the line that decides it.
     *
     * @param version read
     * @param origin where it stands
     */
    public record Found(Version version, Origin origin) {}

    /** Whether any build file was seen. */
    public boolean isKnown() {
        return !nearestFirst.isEmpty();
    }

    /** The libraries in use, short names of a catalogue followed: {@code group:name}. Those that others bring in are not seen. */
    public List<BuildFile.Library> libraries() {
        List<BuildFile.Library> libraries = new ArrayList<>();
        for (BuildFile file : nearestFirst) {
            file.used().forEach(library -> libraries.addAll(followed(library)));
        }
        return libraries;
    }

    private List<BuildFile.Library> followed(BuildFile.Library library) {
        if (library.group().equals("libs.bundles")) {
            List<BuildFile.Library> all = new ArrayList<>();
            for (String name : catalog.bundles().getOrDefault(library.name(), List.of())) {
                all.addAll(followed(new BuildFile.Library("libs", name, Optional.empty(), library.origin())));
            }
            return all;
        }
        if (!library.group().equals("libs")) {
            return List.of(library);
        }
        BuildFile.Library real = catalog.libraries().get(library.name());
        return real == null
                ? List.of()
                : List.of(new BuildFile.Library(real.group(), real.name(), real.version(), library.origin()));
    }

    /** Whether a library is in use; the name may end in {@code *}. */
    public boolean uses(String group, String name) {
        return library(group, name).isPresent();
    }

    /** A library in use; the name may end in {@code *}. */
    public Optional<BuildFile.Library> library(String group, String name) {
        return libraries().stream()
                .filter(library -> library.group().equals(group) && matches(name, library.name()))
                .findFirst();
    }

    private static boolean matches(String wanted, String name) {
        return wanted.endsWith("*") ? name.startsWith(wanted.substring(0, wanted.length() - 1)) : name.equals(wanted);
    }

    /** The version of a library that is written down: beside it, or where versions are managed. */
    public Optional<Found> version(String group, String name) {
        for (BuildFile.Library library : libraries()) {
            if (library.group().equals(group) && library.name().equals(name)) {
                Optional<Found> found = found(library);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (BuildFile file : nearestFirst) {
            for (BuildFile.Library library : file.managed()) {
                if (library.group().equals(group) && library.name().equals(name)) {
                    return found(library);
                }
            }
        }
        return Optional.empty();
    }

    /** The value of a build property, followed. */
    public Optional<Found> property(String name) {
        for (BuildFile file : nearestFirst) {
            BuildFile.Stated stated = file.properties().get(name);
            if (stated != null) {
                return version(stated.text()).map(version -> new Found(version, stated.origin()));
            }
        }
        return Optional.empty();
    }

    /** Spring Boot's version: from the parent, an imported platform, the Gradle plugin, or a starter that names one. */
    public Optional<Found> springBoot() {
        for (BuildFile file : nearestFirst) {
            List<BuildFile.Library> candidates = new ArrayList<>();
            file.parent().ifPresent(candidates::add);
            candidates.addAll(file.imported());
            candidates.addAll(file.managed());
            candidates.addAll(file.used());
            for (BuildFile.Library library : candidates) {
                for (BuildFile.Library real : real(library)) {
                    if (real.group().equals(BOOT)) {
                        Optional<Found> found = found(real);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<BuildFile.Library> real(BuildFile.Library library) {
        if (library.group().equals("libs.plugins")) {
            BuildFile.Library plugin = catalog.plugins().get(library.name());
            return plugin == null ? List.of() : List.of(plugin);
        }
        return followed(library);
    }

    private Optional<Found> found(BuildFile.Library library) {
        return library.version().flatMap(this::version).map(version -> new Found(version, library.origin()));
    }

    private Optional<Version> version(String text) {
        String reference = text.startsWith("$") || !text.matches("[A-Za-z_][A-Za-z0-9_.]*") ? text : "${" + text + "}";
        return BuildTree.follow(reference, properties).flatMap(VersionText::read);
    }
}
