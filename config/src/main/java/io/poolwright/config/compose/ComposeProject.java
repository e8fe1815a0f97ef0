package io.poolwright.config.compose;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.container.Written;
import io.poolwright.config.yaml.YamlEntry;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code docker compose} would start from some files: the later laid over the earlier, variables filled in from the
 * {@code .env} beside the first, {@code extends} and {@code include} followed.
 *
 * @param files names of the files, base first
 * @param services by name
 * @param configs files of the host behind the top-level {@code configs}, by name
 * @param notes what could not be followed
 */
public record ComposeProject(
        List<String> files,
        Map<String, ComposeService> services,
        Map<String, ComposeConfig> configs,
        List<ComposeNote> notes) {

    /**
     * The project of some files.
     *
     * @param files at least one, base first
     * @throws ConfigSyntaxException for a service that compose would refuse
     */
    public static ComposeProject of(List<ComposeFile> files, NearbyFiles nearby) {
        Map<String, Written> variables = nearby.find(files.get(0).name(), ".env")
                .map(env -> DotEnv.parse(env.name(), env.text()))
                .orElse(Map.of());
        Filling filling = new Filling(variables);
        Lineage lineage = new Lineage(nearby, filling);
        Map<String, YamlEntry> trees = new LinkedHashMap<>();
        Map<String, ComposeConfig> configs = new LinkedHashMap<>();
        for (ComposeFile file : files) {
            lineage.services(file).forEach((name, tree) -> trees.merge(name, tree, ComposeProject::over));
            file.tree().map("configs").entries().forEach(entry -> ComposeConfig.of(entry.value(), filling)
                    .ifPresent(config -> configs.put(entry.name(), config)));
        }
        List<ComposeNote> notes = new ArrayList<>(lineage.notes());
        Map<String, ComposeService> services = new LinkedHashMap<>();
        trees.forEach((name, entry) -> {
            YamlMap tree = ComposeFile.mapping(entry);
            Map<String, Written> environment = environment(tree, filling, nearby, notes);
            services.put(name, new ComposeService(entry.key(), tree, filling, environment));
        });
        return new ComposeProject(files.stream().map(ComposeFile::name).toList(), services, configs, notes);
    }

    private static YamlEntry over(YamlEntry base, YamlEntry over) {
        YamlMap merged = ServiceMerge.over(ComposeFile.mapping(base), ComposeFile.mapping(over));
        return new YamlEntry(base.key(), merged, false);
    }

    /** {@code env_file}s in order, then {@code environment}; a name without a value is taken from {@code .env} or unknown. */
    private static Map<String, Written> environment(
            YamlMap tree, Filling filling, NearbyFiles nearby, List<ComposeNote> notes) {
        Map<String, Written> environment = new LinkedHashMap<>();
        for (YamlNode item : tree.at("env_file").map(ServiceShape::items).orElse(List.of())) {
            item.scalar().or(() -> item.scalar("path")).ifPresent(path -> {
                Optional<NearbyFiles.NearbyFile> file =
                        nearby.find(path.origin().file(), filling.fill(path).text());
                file.ifPresent(
                        found -> environment.putAll(DotEnv.parse(found.name(), found.text(), filling.variables())));
                boolean optional =
                        item.text("required").map("false"::equalsIgnoreCase).orElse(false);
                if (file.isEmpty() && !optional) {
                    notes.add(new ComposeNote(path.origin(), "env_file " + path.text() + " is not there"));
                }
            });
        }
        tree.at("environment").map(ServiceShape::pairs).ifPresent(pairs -> pairs.entries()
                .forEach(entry -> entry.value()
                        .scalar()
                        .map(value -> filling.fill(entry.name(), value))
                        .or(() -> Optional.of(Optional.ofNullable(
                                        filling.variables().get(entry.name()))
                                .map(set -> new Written(
                                        set.text(), set.missing(), entry.key().origin()))
                                .orElseGet(() -> new Written(
                                        "", List.of(entry.name()), entry.key().origin()))))
                        .ifPresent(value -> environment.put(entry.name(), value))));
        return environment;
    }
}
