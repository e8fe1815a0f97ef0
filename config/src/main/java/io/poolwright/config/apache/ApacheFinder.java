package io.poolwright.config.apache;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Leftovers;
import io.poolwright.config.assemble.Running;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds httpd files by their endings and a cheap look, and puts those of one server together. */
final class ApacheFinder {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*\\.(?:conf|vhost)(?:\\.(?:template|tmpl|tpl|j2|jinja2?|erb|in))?|(?:.*/)?sites-(?:available|enabled)/[^/.]+");
    private static final Pattern OURS =
            Pattern.compile("(?im)^[ \\t]*(?:<VirtualHost\\b|<IfModule\\b|<Proxy\\b|<Directory\\b"
                    + "|<Location\\b|ProxyPass(?:Match)?[ \\t]|LoadModule[ \\t]|MaxRequestWorkers[ \\t]|MaxClients[ \\t]"
                    + "|ServerLimit[ \\t]|ServerRoot[ \\t]|ThreadsPerChild[ \\t])");
    private static final Pattern SUBFOLDER = Pattern.compile(
            "(?:^|/)(?:sites|mods|conf)-(?:available|enabled)$|(?:^|/)(?:conf\\.d|conf\\.modules\\.d|extra|vhosts?(?:\\.d)?)$");

    private ApacheFinder() {}

    /** The files of one httpd. */
    record Server(SourceFile main, Optional<Workload> unit, List<ApacheFile> files) {}

    static List<Server> find(Sources sources, Assembly into) {
        Map<String, Server> servers = new LinkedHashMap<>();
        Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> NAME.matcher(file.relative()).matches() && !Leftovers.is(file.relative()))
                .filter(file -> sources.peek(file)
                        .filter(text -> OURS.matcher(text).find())
                        .isPresent())
                .forEach(file -> sources.parse(
                                file,
                                "apache",
                                one -> ApacheFile.parse(one.path(), "\n".repeat(one.linesBefore()) + one.text()))
                        .ifPresent(tree -> {
                            Optional<Workload> unit = Running.first(file.relative(), into);
                            String key = unit.map(one -> one.service().id())
                                    .orElseGet(() ->
                                            SUBFOLDER.matcher(file.folder()).replaceFirst(""));
                            servers.computeIfAbsent(key, one -> new Server(file, unit, new ArrayList<>()))
                                    .files()
                                    .add(tree);
                        }));
        return List.copyOf(servers.values());
    }
}
