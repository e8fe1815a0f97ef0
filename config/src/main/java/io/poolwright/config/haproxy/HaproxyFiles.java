package io.poolwright.config.haproxy;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.assemble.Leftovers;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files of HAProxy in a tree, and which of them one process loads together: a file without {@code global} and
 * {@code defaults} is a fragment that belongs to the only complete file of its folder or of the folder above.
 */
final class HaproxyFiles {
    private static final Pattern NAMED = Pattern.compile(
            "(?:.*haproxy.*\\.(?:cfg|conf|cnf|config|tmpl|tpl|template|ctmpl|j2|jinja2?|erb|in)|.*\\.cfg(?:\\.(?:tmpl|tpl|template|ctmpl|j2|jinja2?|erb|in))?|haproxy)");
    private static final Pattern SECTION = Pattern.compile(
            "(?m)^[ \\t]*(?:(?:global|defaults)[ \\t]*(?:#.*)?$|defaults[ \\t]+[\\w.:-]+|(?:frontend|backend|listen)[ \\t]+\\S)");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?m)^[ \\t]*(?:timeout[ \\t]+(?:client|server|connect|queue)\\b"
                    + "|(?:clitimeout|srvtimeout|contimeout)\\b|server[ \\t]+\\S+[ \\t]+\\S|server-template[ \\t]|bind[ \\t]+\\S"
                    + "|(?:default_backend|use_backend)[ \\t]|balance[ \\t]+\\w|maxconn[ \\t]+\\d|mode[ \\t]+(?:http|tcp)\\b"
                    + "|option[ \\t]+(?:httplog|tcplog|httpchk|forwardfor|redispatch|dontlognull)\\b|stats[ \\t]+socket[ \\t])");
    private static final Pattern COMPLETE = Pattern.compile("(?m)^[ \\t]*(?:global|defaults)\\b");
    private static final Pattern NUMBERED = Pattern.compile("\\d.*");

    private HaproxyFiles() {}

    static List<HaproxyProcess> processes(Sources sources, Assembly assembly, String environment) {
        Map<String, List<SourceFile>> byFolder = new LinkedHashMap<>();
        Stream.concat(sources.tree().files().stream(), assembly.embedded().stream())
                .filter(file -> isOf(file, environment) && isHaproxys(file, sources))
                .forEach(file -> byFolder.computeIfAbsent(file.folder(), folder -> new ArrayList<>())
                        .add(file));
        List<HaproxyProcess> processes = new ArrayList<>();
        byFolder.forEach((folder, files) -> {
            if (!attached(folder, files, byFolder, sources)) {
                processes.addAll(inFolder(files, fragmentsBelow(folder, byFolder, sources), sources));
            }
        });
        return processes;
    }

    /** Whether a file is for this environment, or for all, as far as its folders say. */
    private static boolean isOf(SourceFile file, String environment) {
        Optional<String> own = EnvironmentName.ofFolders(file.folder());
        return environment.isEmpty() || own.isEmpty() || EnvironmentName.same(own.get(), environment);
    }

    private static boolean isHaproxys(SourceFile file, Sources sources) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (!NAMED.matcher(name).matches() || Leftovers.is(file.relative())) {
            return false;
        }
        return sources.peek(file)
                .filter(text ->
                        SECTION.matcher(text).find() && DIRECTIVE.matcher(text).find())
                .isPresent();
    }

    /** Whether a folder holds nothing but fragments that belong to the one complete file above it. */
    private static boolean attached(
            String folder, List<SourceFile> files, Map<String, List<SourceFile>> byFolder, Sources sources) {
        return !folder.isEmpty()
                && files.stream().noneMatch(file -> isComplete(file, sources))
                && completeOf(byFolder.getOrDefault(parent(folder), List.of()), sources)
                                .size()
                        == 1;
    }

    private static List<SourceFile> fragmentsBelow(
            String folder, Map<String, List<SourceFile>> byFolder, Sources sources) {
        return byFolder.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(folder) && parent(entry.getKey()).equals(folder))
                .filter(entry -> attached(entry.getKey(), entry.getValue(), byFolder, sources))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static List<HaproxyProcess> inFolder(List<SourceFile> files, List<SourceFile> below, Sources sources) {
        List<SourceFile> complete = completeOf(files, sources);
        boolean numbered = files.size() > 1
                && files.stream().allMatch(file -> NUMBERED.matcher(file.name()).matches());
        if (numbered) {
            return List.of(new HaproxyProcess(joined(files, below), Optional.empty()));
        }
        List<SourceFile> fragments =
                files.stream().filter(file -> !complete.contains(file)).toList();
        if (complete.size() == 1) {
            return List.of(new HaproxyProcess(joined(complete, joined(fragments, below)), Optional.empty()));
        }
        List<HaproxyProcess> processes = new ArrayList<>();
        complete.forEach(file -> processes.add(new HaproxyProcess(List.of(file), Optional.empty())));
        for (SourceFile fragment : fragments) {
            boolean alone = complete.isEmpty()
                    && files.size() == 1
                    && fragment.name().toLowerCase(Locale.ROOT).startsWith("haproxy");
            processes.add(new HaproxyProcess(
                    List.of(fragment),
                    alone
                            ? Optional.empty()
                            : Optional.of("the file has no 'defaults' section; another file may hold it")));
        }
        return processes;
    }

    private static List<SourceFile> completeOf(List<SourceFile> files, Sources sources) {
        return files.stream().filter(file -> isComplete(file, sources)).toList();
    }

    private static boolean isComplete(SourceFile file, Sources sources) {
        return sources.peek(file).filter(text -> COMPLETE.matcher(text).find()).isPresent();
    }

    private static List<SourceFile> joined(List<SourceFile> first, List<SourceFile> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static String parent(String folder) {
        int slash = folder.lastIndexOf('/');
        return folder.isEmpty() ? "(none)" : slash < 0 ? "" : folder.substring(0, slash);
    }
}
