package io.poolwright.config.nginx;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Running;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.nginx.NginxFinder.Found;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Unread;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts nginx files together as nginx would: main files with what they include, and files of {@code conf.d} that no main
 * file here includes, because the main file lies in an image.
 *
 * <p>A path in the container becomes a path in the tree by the mounts of the unit that runs the file, else by its last
 * folders beside the main file.
 */
final class NginxRoots {
    private static final Pattern PREFIX = Pattern.compile(
            "^/(?:etc|usr/local|usr/local/etc|opt/\\w+|opt)/(?:openresty/)?nginx/(?:conf/)?|^/opt/bitnami/nginx/conf/");
    private static final Pattern FROM_THE_IMAGE = Pattern.compile(
            ".*(?:mime\\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\\.conf|modules-enabled/\\*\\.conf"
                    + "|modules/\\*\\.conf|default\\.d/\\*\\.conf|snippets/fastcgi-php\\.conf|/letsencrypt/.*)");

    private final Sources sources;
    private final Assembly into;
    private final List<Found> found;
    private final Set<String> included = new LinkedHashSet<>();

    private NginxRoots(Sources sources, Assembly into) {
        this.sources = sources;
        this.into = into;
        this.found = NginxFinder.find(sources, into);
    }

    /**
     * One nginx.
     *
     * @param main the file that names it: the main file, or the first of those that a main file elsewhere includes
     * @param directives everything, includes in place; without a main file, what stands in its http block
     * @param whole the main file is here
     */
    record Root(SourceFile main, List<NginxDirective> directives, boolean whole) {}

    static List<Root> of(Sources sources, Assembly into) {
        return new NginxRoots(sources, into).roots();
    }

    private List<Root> roots() {
        List<Root> roots = new ArrayList<>();
        for (Found one : found) {
            if (one.isMain()) {
                NginxIncludes.Expanded expanded =
                        NginxIncludes.expand(one.file(), (pattern, include) -> files(pattern, one.source()));
                included.addAll(expanded.files());
                expanded.unread().forEach(this::note);
                roots.add(new Root(one.source(), expanded.file().directives(), true));
            }
        }
        for (Found one : found) {
            if (!one.isMain()) {
                included.addAll(NginxIncludes.expand(one.file(), (pattern, include) -> files(pattern, one.source()))
                        .files());
            }
        }
        Map<String, List<Found>> groups = new LinkedHashMap<>();
        for (Found one : found) {
            if (!one.isMain() && one.isPart() && !included.contains(one.source().path())) {
                groups.computeIfAbsent(group(one), key -> new ArrayList<>()).add(one);
            }
        }
        groups.values().forEach(group -> roots.add(parts(group)));
        return roots;
    }

    private Root parts(List<Found> group) {
        List<NginxDirective> together = new ArrayList<>();
        for (Found one : group) {
            NginxIncludes.Expanded expanded =
                    NginxIncludes.expand(one.file(), (pattern, include) -> files(pattern, one.source()));
            expanded.unread().forEach(this::note);
            together.addAll(expanded.file().directives());
        }
        return new Root(group.get(0).source(), together, false);
    }

    /** Files of one folder that nginx reads together; a file that lies elsewhere stands for itself. */
    private String group(Found one) {
        String unit = Running.first(one.source().relative(), into)
                .map(workload -> workload.service().id())
                .orElse("");
        String folder = one.source().folder();
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        boolean together =
                !unit.isEmpty() || last.matches("conf\\.d|sites-(enabled|available)|servers|vhosts?(\\.d)?|http\\.d");
        return together ? folder + "\n" + unit : one.source().path();
    }

    private List<NginxIncludes.Included> files(String pattern, SourceFile main) {
        Set<SourceFile> files = new LinkedHashSet<>();
        Running.first(main.relative(), into).ifPresent(unit -> files.addAll(mounted(pattern, unit)));
        String relative = PREFIX.matcher(pattern).replaceFirst("");
        if (files.isEmpty() && !relative.startsWith("/")) {
            files.addAll(beside(main.folder(), relative));
            if (files.isEmpty()
                    && main.folder().matches("(.*/)?(conf\\.d|sites-(enabled|available)|http\\.d|templates)")) {
                files.addAll(beside(main.folder().replaceFirst("/?[^/]*$", ""), relative));
            }
        }
        if (files.isEmpty()) {
            String last = lastFolders(pattern);
            files.addAll(beside(main.folder(), last));
            if (files.isEmpty() && last.startsWith("sites-enabled/")) {
                files.addAll(beside(main.folder(), last.replace("sites-enabled/", "sites-available/")));
            }
            if (files.isEmpty() && last.matches("(conf\\.d|sites-enabled|http\\.d)/\\*.*")) {
                files.addAll(neighbours(main));
            }
        }
        List<NginxIncludes.Included> texts = new ArrayList<>();
        for (SourceFile file : files) {
            boolean itself = file.relative().equals(main.relative());
            if (!itself && NginxFinder.parse(file, sources, into).isPresent()) {
                sources.peek(file)
                        .ifPresent(text -> texts.add(
                                new NginxIncludes.Included(file.path(), "\n".repeat(file.linesBefore()) + text)));
            }
        }
        return texts;
    }

    private List<SourceFile> mounted(String pattern, Workload unit) {
        List<SourceFile> files = new ArrayList<>();
        String absolute = pattern.startsWith("/") ? pattern : "/etc/nginx/" + pattern;
        unit.mounts().forEach((inside, path) -> {
            String folder = inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside;
            String template = folder.replaceFirst("/templates/(.*)\\.template$", "/conf.d/$1");
            if (absolute.startsWith(folder + "/")) {
                files.addAll(sources.tree().matching(path + absolute.substring(folder.length())));
            } else if (glob(absolute).matcher(template).matches()) {
                sources.tree().file(path).ifPresent(files::add);
                into.embedded().stream()
                        .filter(file -> file.relative().equals(path))
                        .forEach(files::add);
            }
        });
        return files;
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            regex.append(letter == '*' ? "[^/]*" : letter == '?' ? "[^/]" : Pattern.quote(String.valueOf(letter)));
        }
        return Pattern.compile(regex.toString());
    }

    private List<SourceFile> beside(String folder, String pattern) {
        return sources.tree().matching(folder.isEmpty() ? pattern : folder + "/" + pattern);
    }

    /** Where nothing says which files lie in {@code conf.d}, those beside the main file that hold servers and nothing else. */
    private List<SourceFile> neighbours(SourceFile main) {
        Optional<String> unit = unit(main);
        return found.stream()
                .filter(one -> !one.isMain() && one.isPart())
                .map(Found::source)
                .filter(file -> file.folder().equals(main.folder()))
                .filter(file -> unit(file).equals(unit) || unit(file).isEmpty())
                .toList();
    }

    private Optional<String> unit(SourceFile file) {
        return Running.first(file.relative(), into)
                .map(workload -> workload.service().id());
    }

    private static String lastFolders(String pattern) {
        int slash = pattern.lastIndexOf('/');
        int before = slash < 0 ? -1 : pattern.lastIndexOf('/', slash - 1);
        return pattern.substring(before + 1);
    }

    private void note(NginxIncludes.Unread unread) {
        Origin at = unread.include().origin();
        String pattern = unread.include().argument(0).orElse("");
        if (!FROM_THE_IMAGE.matcher(pattern).matches()) {
            sources.report(new Unread(at.file(), Optional.of(at), "include: " + unread.reason(), false));
        }
    }
}
