package io.poolwright.config.nginx;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Leftovers;
import io.poolwright.config.assemble.Running;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the nginx files of a tree: by their names, and by a cheap look at what they say. */
final class NginxFinder {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*\\.(?:conf|nginx|vhost|inc)(?:\\.(?:template|tmpl|tpl|j2|jinja2?|erb|in|prod|production))?"
                    + "|(?:.*/)?(?:sites-(?:available|enabled)|conf\\.d|vhosts?)/[^/.]+"
                    + "|(?:.*/)?nginx[^/]*\\.(?:template|tmpl|tpl|j2|erb|conf[^/]*)|(?:.*/)?nginx/[^/.]+");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^|[\\s;{}])(?:server|http|events|stream|upstream[ \\t]+\\S{1,200}|location[ \\t]+[^{;\\n]{1,300})\\s*\\{");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:^|[\\s;{}])(?:listen|server_name|proxy_pass|fastcgi_pass|uwsgi_pass|grpc_pass|worker_connections|server"
                    + "|root|return|proxy_set_header|ssl_certificate|keepalive|worker_processes|include|resolver)"
                    + "[ \\t]+[^;{}]{1,500};");

    private NginxFinder() {}

    /** A file of nginx's and its tree. */
    record Found(SourceFile source, NginxFile file) {
        boolean isMain() {
            return has("http") || has("events") || has("stream");
        }

        boolean isPart() {
            return has("server") || has("upstream") || has("location");
        }

        private boolean has(String block) {
            return file.directives().stream()
                    .anyMatch(one -> one.block() && one.name().equals(block));
        }
    }

    /** All of them that can be read; one that cannot is reported. */
    static List<Found> find(Sources sources, Assembly into) {
        List<Found> found = new ArrayList<>();
        Stream<SourceFile> files = Stream.concat(sources.tree().files().stream(), into.embedded().stream());
        files.filter(file -> isNamedSo(file, into) && !Leftovers.is(file.relative()))
                .filter(file -> sources.peek(file).filter(NginxFinder::looksSo).isPresent())
                .forEach(file -> parse(file, sources, into).ifPresent(tree -> found.add(new Found(file, tree))));
        return found;
    }

    /** The tree of a file. Variables of a template are replaced where the unit that runs it has them. */
    static Optional<NginxFile> parse(SourceFile file, Sources sources, Assembly into) {
        Optional<Workload> unit = Running.first(file.relative(), into);
        return unit.isPresent() && file.relative().contains("template")
                ? sources.parse(
                        file,
                        "nginx for " + unit.get().service().id(),
                        one -> NginxFile.parse(
                                one.path(), "\n".repeat(one.linesBefore()) + substituted(one.text(), unit.get())))
                : sources.parse(
                        file, "nginx", one -> NginxFile.parse(one.path(), "\n".repeat(one.linesBefore()) + one.text()));
    }

    private static String substituted(String text, Workload unit) {
        return Pattern.compile("\\$\\{(\\w+)\\}").matcher(text).replaceAll(variable -> unit.variable(variable.group(1))
                .flatMap(Workload.Value::text)
                .filter(value -> value.indexOf('\n') < 0)
                .map(Matcher::quoteReplacement)
                .orElse(Matcher.quoteReplacement(variable.group())));
    }

    private static boolean isNamedSo(SourceFile file, Assembly into) {
        return NAME.matcher(file.relative()).matches()
                || (into.embedded().contains(file) && file.name().contains("nginx"))
                || into.workloads().stream()
                        .anyMatch(unit -> unit.files().contains(file.relative())
                                && unit.mounts().entrySet().stream()
                                        .anyMatch(mount -> mount.getValue().equals(file.relative())
                                                && mount.getKey().contains("/nginx/")));
    }

    private static boolean looksSo(String text) {
        return text.length() < 2_000_000
                && BLOCK.matcher(text).find()
                && STATEMENT.matcher(text).find();
    }
}
