package io.poolwright.config.envoy;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Leftovers;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds every Envoy of a tree: its listeners, routes, clusters and their endpoints. */
public final class EnvoyAssembler implements Assembler {
    private static final Pattern NAMED = Pattern.compile(".*\\.(?:ya?ml|json)");
    private static final Pattern MARK =
            Pattern.compile("static_resources|staticResources|type\\.googleapis\\.com/envoy\\.(?:config|api)");

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> isEnvoys(file, environment, sources))
                .toList()
                .forEach(file -> read(file, sources, into));
    }

    private static boolean isEnvoys(SourceFile file, String environment, Sources sources) {
        Optional<String> own = EnvironmentName.ofFolders(file.folder());
        return NAMED.matcher(file.name().toLowerCase(Locale.ROOT)).matches()
                && !Leftovers.is(file.relative())
                && (environment.isEmpty() || own.isEmpty() || EnvironmentName.same(own.get(), environment))
                && sources.peek(file)
                        .filter(text -> MARK.matcher(text).find() && !text.contains("apiVersion:"))
                        .isPresent();
    }

    private static void read(SourceFile file, Sources sources, Assembly into) {
        List<YamlNode> documents = sources.yaml(file, "envoy").orElse(List.of()).stream()
                .filter(EnvoyConfiguration::looksLikeIt)
                .toList();
        Optional<Workload> unit = into.theOneRunning(file.relative());
        String name = file.relative();
        for (int i = 0; i < documents.size(); i++) {
            String free = into.contains(name + "/proxy/envoy") ? name + ":" + file.linesBefore() + "#" + i : name;
            new EnvoyParts(free, documents.get(i).origin(), into)
                    .add(
                            EnvoyConfiguration.of(documents.get(i)),
                            unit.map(one -> one.service().id()),
                            unit.flatMap(Workload::image).map(Image::of).flatMap(Image::version));
        }
    }
}
