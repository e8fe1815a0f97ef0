package io.poolwright.config.build;

import io.poolwright.model.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Gradle {@code libs.versions.toml}: which library and version a short name stands for. Read line by line; what is spread
 * over several lines is not seen.
 *
 * @param libraries by uniform name, dots for dashes
 * @param plugins by uniform name
 * @param bundles by uniform name: the uniform names of libraries
 */
public record VersionCatalog(
        Map<String, BuildFile.Library> libraries,
        Map<String, BuildFile.Library> plugins,
        Map<String, List<String>> bundles) {
    private static final int LONGEST_LINE = 5_000;
    private static final Pattern ENTRY = Pattern.compile("^\\s*\"?([A-Za-z0-9_.-]+)\"?\\s*=\\s*(.*)$");
    private static final Pattern TEXT = Pattern.compile("^\"([^\"]*)\"");

    public VersionCatalog {
        libraries = Map.copyOf(libraries);
        plugins = Map.copyOf(plugins);
        bundles = Map.copyOf(bundles);
    }

    /** A catalogue of nothing. */
    public static VersionCatalog empty() {
        return new VersionCatalog(Map.of(), Map.of(), Map.of());
    }

    /** Reads a text; never refuses one. */
    public static VersionCatalog parse(String file, String text) {
        Map<String, String> versions = new HashMap<>();
        Map<String, BuildFile.Library> libraries = new HashMap<>();
        Map<String, BuildFile.Library> plugins = new HashMap<>();
        Map<String, List<String>> bundles = new HashMap<>();
        String table = "";
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            Matcher entry = ENTRY.matcher(line.length() > LONGEST_LINE ? "" : line);
            if (line.startsWith("[")) {
                table = line;
            } else if (entry.matches()) {
                Origin origin = new Origin(file, i + 1);
                String name = GradleBuild.uniform(entry.group(1));
                String value = entry.group(2);
                switch (table.replaceAll("\\s.*", "")) {
                    case "[versions]" -> version(value).ifPresent(version -> versions.put(name, version));
                    case "[libraries]" ->
                        library(value, "module", versions, origin).ifPresent(library -> libraries.put(name, library));
                    case "[plugins]" ->
                        library(value, "id", versions, origin).ifPresent(plugin -> plugins.put(name, plugin));
                    case "[bundles]" -> bundles.put(name, words(value));
                    default -> {
                        // other tables are not of a catalogue
                    }
                }
            }
        }
        return new VersionCatalog(libraries, plugins, bundles);
    }

    private static Optional<String> version(String value) {
        Matcher text = TEXT.matcher(value);
        return text.find()
                ? Optional.of(text.group(1))
                : part(value, "strictly").or(() -> part(value, "require")).or(() -> part(value, "prefer"));
    }

    private static Optional<BuildFile.Library> library(
            String value, String kind, Map<String, String> versions, Origin origin) {
        Matcher text = TEXT.matcher(value);
        String coordinates;
        if (text.find()) {
            coordinates = text.group(1);
        } else {
            coordinates = part(value, kind)
                    .orElseGet(() -> part(value, "group").orElse("") + ":"
                            + part(value, "name").orElse(""));
        }
        Optional<String> version = part(value, "version.ref")
                .or(() -> part(value, "ref"))
                .map(ref -> versions.getOrDefault(GradleBuild.uniform(ref), ""))
                .filter(found -> !found.isEmpty())
                .or(() -> part(value, "version"));
        String[] pieces = coordinates.split(":", -1);
        if (kind.equals("id")) {
            Optional<String> own = pieces.length > 1 ? Optional.of(pieces[1]) : version;
            return Optional.of(new BuildFile.Library(pieces[0], "plugin", own, origin));
        }
        if (pieces.length < 2) {
            return Optional.empty();
        }
        Optional<String> own = pieces.length > 2 ? Optional.of(pieces[2]) : version;
        return Optional.of(new BuildFile.Library(pieces[0], pieces[1], own, origin));
    }

    private static Optional<String> part(String value, String name) {
        Matcher found = Pattern.compile("[{,\\s]" + Pattern.quote(name) + "\\s*=\\s*\"([^\"]*)\"")
                .matcher(value);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static List<String> words(String value) {
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(value)
                .results()
                .map(word -> GradleBuild.uniform(word.group(1)))
                .toList();
    }
}
