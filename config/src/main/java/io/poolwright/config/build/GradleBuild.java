package io.poolwright.config.build;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code build.gradle}, {@code build.gradle.kts} or {@code gradle.properties} line by line. It is a program; only what
 * stands there plainly is seen.
 */
public final class GradleBuild {
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern PLUGIN = Pattern.compile(
            "\\bid\\s*\\(?\\s*[\"']([A-Za-z0-9_.-]+)[\"']\\s*\\)?(?:\\s*\\.?version\\s*\\(?\\s*[\"']?([^\"'\\s)]+)[\"']?)?");
    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([A-Za-z0-9_.-]+):([A-Za-z0-9_.-]+)(?::([^\"'@:]+))?(?:[:@][^\"']*)?[\"']");
    private static final Pattern CATALOG = Pattern.compile("\\blibs\\.([A-Za-z0-9_.]+)");
    private static final Pattern ALIAS = Pattern.compile("\\balias\\s*\\(?\\s*libs\\.plugins\\.([A-Za-z0-9_.]+)");
    private static final Pattern CONFIGURATION = Pattern.compile("^\\s*([A-Za-z]+)\\b");
    private static final Pattern VARIABLE = Pattern.compile(
            "^\\s*(?:(?:def|val|var|const val|ext|set|extra)\\b)?[\\s.(\\[]*[\"']?([A-Za-z_][A-Za-z0-9_.-]*)[\"']?[\\])]*"
                    + "(?:\\s+by\\s+extra)?\\s*[=,(]\\s*[\"']?(\\d[\\w.+-]*)[\"']?\\)?\\s*$");

    private GradleBuild() {}

    /** Reads a text; never refuses one. */
    public static BuildFile parse(String file, String text) {
        Map<String, BuildFile.Stated> properties = new HashMap<>();
        List<BuildFile.Library> imported = new ArrayList<>();
        List<BuildFile.Library> used = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        boolean comment = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            String bare = line.strip();
            if (comment || bare.startsWith("/*")) {
                comment = !bare.contains("*/");
                continue;
            }
            if (line.length() > LONGEST_LINE || bare.startsWith("//") || bare.startsWith("*")) {
                continue;
            }
            Origin origin = new Origin(file, i + 1);
            Matcher plugin = PLUGIN.matcher(line);
            if (plugin.find()) {
                imported.add(
                        new BuildFile.Library(plugin.group(1), "plugin", Optional.ofNullable(plugin.group(2)), origin));
                continue;
            }
            Matcher alias = ALIAS.matcher(line);
            if (alias.find()) {
                imported.add(new BuildFile.Library("libs.plugins", uniform(alias.group(1)), Optional.empty(), origin));
                continue;
            }
            libraries(line, origin, imported, used);
            Matcher variable = VARIABLE.matcher(line);
            if (variable.find()) {
                properties.putIfAbsent(variable.group(1), new BuildFile.Stated(variable.group(2), origin));
            }
        }
        return new BuildFile(file, Optional.empty(), properties, imported, List.of(), used);
    }

    private static void libraries(
            String line, Origin origin, List<BuildFile.Library> imported, List<BuildFile.Library> used) {
        Matcher word = CONFIGURATION.matcher(line);
        String configuration = word.find() ? word.group(1) : "";
        if (configuration.toLowerCase(Locale.ROOT).contains("test")) {
            return;
        }
        boolean platform = line.contains("latform(") || line.contains("mavenBom");
        boolean plugin = configuration.equals("classpath");
        Matcher coordinates = COORDINATES.matcher(line);
        while (coordinates.find()) {
            BuildFile.Library library = new BuildFile.Library(
                    coordinates.group(1), coordinates.group(2), Optional.ofNullable(coordinates.group(3)), origin);
            (platform || plugin ? imported : used).add(library);
        }
        Matcher catalog = CATALOG.matcher(line);
        while (catalog.find()) {
            String name = catalog.group(1);
            if (!name.startsWith("plugins.") && !name.startsWith("versions.")) {
                String kind = name.startsWith("bundles.") ? "libs.bundles" : "libs";
                (platform ? imported : used)
                        .add(new BuildFile.Library(
                                kind, uniform(name.replaceFirst("^bundles\\.", "")), Optional.empty(), origin));
            }
        }
    }

    /** Catalogue names: dash, underscore and dot are one. */
    static String uniform(String name) {
        return name.replace('-', '.').replace('_', '.');
    }
}
