package io.poolwright.config.spring;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.build.BuildTree;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Unread;
import io.poolwright.config.spring.OtherFrameworks.Framework;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The applications of a source tree that are configured Spring's way: their files, builds and sources, each read once. */
final class SpringTree {
    private static final Pattern COPY = Pattern.compile(
            "(^|/)(target|bin/main|out/production|archetype-resources|templates?|node_modules)/",
            Pattern.CASE_INSENSITIVE);
    /** Words of which a source that matters holds at least one. */
    private static final List<String> TELLING = List.of(
            "DataSource",
            "spring.datasource",
            "RestTemplate",
            "RestClient",
            "WebClient",
            "FeignClient",
            "HttpClient",
            "Timeout(",
            "timeout",
            "ConnectionPool",
            "ConnectionProvider",
            "ServerFactory",
            "AvailabilityChange",
            "Hikari");

    private final Sources sources;
    private final BuildTree builds = new BuildTree();
    private final Map<String, List<SpringFile>> byModule = new LinkedHashMap<>();
    private final Map<String, List<SourceFacts>> code = new HashMap<>();
    private final List<SourceFile> sourceFiles = new ArrayList<>();
    private boolean scanned;

    SpringTree(Sources sources) {
        this.sources = sources;
        for (SourceFile file : sources.tree().files()) {
            String relative = file.relative();
            if (BuildTree.isBuildFile(relative)) {
                build(file);
            } else if (relative.endsWith(".java") || relative.endsWith(".kt")) {
                if (relative.contains("src/main/") || !relative.contains("src/")) {
                    sourceFiles.add(file);
                }
            } else {
                SpringFileName.of(relative).ifPresent(name -> configuration(file, name));
            }
        }
    }

    private void build(SourceFile file) {
        if (file.relative().contains("src/test/")) {
            return;
        }
        sources.peek(file).ifPresent(text -> {
            try {
                builds.add(file.relative(), file.path(), text);
            } catch (ConfigSyntaxException e) {
                sources.report(Unread.remark(file.path(), String.valueOf(e.getMessage())));
            }
        });
    }

    private void configuration(SourceFile file, SpringFileName name) {
        if (name.isTest()) {
            sources.report(Unread.remark(file.path(), "it configures tests, which nobody deploys"));
        } else if (!COPY.matcher(file.relative()).find()) {
            read(file, name).ifPresent(read -> byModule.computeIfAbsent(name.module(), module -> new ArrayList<>())
                    .add(read));
        }
    }

    /** Reads a configuration file, one inside a manifest too; empty when it is none of Spring's or cannot be read. */
    Optional<SpringFile> read(SourceFile file, SpringFileName name) {
        boolean certain = !name.place().equals(SpringFileName.Place.FOLDER) || looksLikeSpring(file);
        if (!certain) {
            return Optional.empty();
        }
        if (isTemplate(file) && !isReadable(file)) {
            sources.report(Unread.remark(file.path(), "it is a template that was not rendered"));
            return Optional.empty();
        }
        return sources.parse(file, "spring", SpringTree::documents).map(documents -> new SpringFile(name, documents));
    }

    private static List<SpringDocument> documents(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        List<SpringDocument> read = name.endsWith(".properties") || !name.matches(".*\\.ya?ml")
                ? SpringConfigFile.properties(file.path(), file.text(), file.linesBefore())
                : SpringConfigFile.yaml(file.path(), file.text(), file.linesBefore());
        return read.stream()
                .map(document -> new SpringDocument(file.relative(), document.properties()))
                .toList();
    }

    /** Other products have an {@code application.yml} as well. */
    private boolean looksLikeSpring(SourceFile file) {
        return sources.peek(file)
                .filter(text -> text.contains("spring")
                        || text.contains("quarkus.")
                        || text.contains("micronaut")
                        || text.contains("server.")
                        || text.contains("server:"))
                .isPresent();
    }

    private boolean isTemplate(SourceFile file) {
        return sources.peek(file)
                .filter(text ->
                        (text.contains("{{") && text.contains("}}")) || text.contains("<%") || text.contains("<#"))
                .isPresent();
    }

    private static boolean isReadable(SourceFile file) {
        try {
            documents(file);
            return true;
        } catch (ConfigSyntaxException e) {
            return false; // reported as a template, not as a mistake
        }
    }

    /** The folders of applications, with their files. */
    Map<String, List<SpringFile>> modules() {
        return byModule;
    }

    /** The builds. */
    BuildTree builds() {
        return builds;
    }

    /** The framework of a module's files. */
    Framework framework(String module) {
        return OtherFrameworks.of(byModule.getOrDefault(module, List.of()).stream()
                .flatMap(file -> file.documents().stream())
                .toList());
    }

    /** Whether a module is an application of Spring Boot: it has keys of Spring's, or the build uses Spring Boot. */
    boolean isSpring(String module) {
        List<SpringFile> files = byModule.getOrDefault(module, List.of());
        boolean keys = files.stream()
                .flatMap(file -> file.documents().stream())
                .flatMap(document -> document.properties().stream())
                .anyMatch(property -> property.key().startsWith("spring.")
                        || property.key().startsWith("spring[")
                        || property.key().startsWith("server.tomcat"));
        boolean built = builds.of(module).libraries().stream()
                        .anyMatch(library -> library.group().startsWith("org.springframework"))
                || builds.of(module).springBoot().isPresent();
        boolean named = files.stream().anyMatch(file -> file.name().place() != SpringFileName.Place.FOLDER);
        return keys || (built && named);
    }

    /** The documents of a path of the tree, for imports. */
    Optional<List<SpringDocument>> imported(String path) {
        return sources.tree().file(path).flatMap(file -> sources.parse(file, "spring", SpringTree::documents));
    }

    /** What the sources of a module show; sources that belong to no application are everybody's. */
    CodeFacts code(String module) {
        scan();
        List<SourceFacts> all = new ArrayList<>(code.getOrDefault(module, List.of()));
        all.addAll(code.getOrDefault("shared code", List.of()));
        return new CodeFacts(all);
    }

    private void scan() {
        if (scanned) {
            return;
        }
        scanned = true;
        for (SourceFile file : sourceFiles) {
            Optional<String> text = sources.peek(file);
            if (text.isPresent() && TELLING.stream().anyMatch(text.get()::contains)) {
                code.computeIfAbsent(owner(file.relative()), owner -> new ArrayList<>())
                        .add(SourceFacts.scan(file.path(), text.get()));
            }
        }
    }

    private String owner(String relative) {
        String folder = relative;
        while (!folder.isEmpty()) {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
            if (byModule.containsKey(folder) && relative.startsWith(folder.isEmpty() ? "src/" : folder + "/src/")) {
                return folder;
            }
        }
        return "shared code";
    }
}
