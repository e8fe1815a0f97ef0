package io.poolwright.config.compose;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.container.BuiltImage;
import io.poolwright.config.container.FilePaths;
import io.poolwright.config.container.Quantities;
import io.poolwright.config.container.Written;
import io.poolwright.config.container.WrittenSetting;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.TextFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the deployed units of one project. */
final class ComposeUnits {
    private static final String OF = "the compose specification";

    private final Sources sources;
    private final ComposeProject project;
    private final String main;

    ComposeUnits(Sources sources, ComposePlan plan, ComposeProject project) {
        this.sources = sources;
        this.project = project;
        this.main = relative(plan.main());
    }

    void addTo(Assembly into) {
        for (ComposeService service : project.services().values()) {
            String id = main + "/service/" + service.name();
            if (!into.contains(id) && !onlyForDevelopment(service)) {
                into.add(unit(id, service, into));
            }
        }
    }

    private static boolean onlyForDevelopment(ComposeService service) {
        List<Written> profiles = service.profiles();
        return !profiles.isEmpty()
                && profiles.stream().allMatch(profile -> EnvironmentName.ofWords(profile.text())
                        .filter(name -> !EnvironmentName.serves(name))
                        .isPresent());
    }

    private Workload unit(String id, ComposeService service, Assembly into) {
        Optional<BuiltImage> built = built(service);
        Map<String, String> mounts = new LinkedHashMap<>();
        built.ifPresent(image -> mounts.putAll(image.copies(sources.tree())));
        service.mounts().forEach(mount -> source(mount, into).ifPresent(path -> mounts.put(mount.target(), path)));
        Set<String> files = new LinkedHashSet<>();
        Set<String> folders = new LinkedHashSet<>();
        mounts.values().forEach(path -> (isFile(path, into) ? files : folders).add(path));
        built.ifPresent(image -> folders.addAll(List.of(image.folder(), image.dockerfileFolder())));
        Set<Integer> ports = new LinkedHashSet<>();
        service.ports().forEach(port -> ports.add(port.target()));
        service.expose().forEach(port -> Quantities.count(port.text().replaceFirst("/.*", ""))
                .ifPresent(ports::add));
        built.ifPresent(image -> ports.addAll(image.ports()));
        Set<String> names = new LinkedHashSet<>(service.hostNames());
        aliasesGivenByOthers(service.name(), names);
        return new Workload(
                part(id, service, built),
                image(service, built),
                environment(service, built),
                arguments(service, built),
                files,
                folders,
                mounts,
                names,
                ports);
    }

    private void aliasesGivenByOthers(String name, Set<String> names) {
        for (ComposeService other : project.services().values()) {
            other.links().forEach((alias, service) -> {
                if (service.equals(name)) {
                    names.add(alias);
                }
            });
        }
    }

    private Part part(String id, ComposeService service, Optional<BuiltImage> built) {
        Part.Builder part = Part.of(Kind.SERVICE, "compose", id, service.name(), service.origin());
        part.with(Setting.defaulted("project", main, "the file"));
        Setting<Long> replicas = replicas(service);
        part.with(Role.REPLICAS, replicas);
        part.role(Role.MAX_REPLICAS, replicas);
        part.with(Role.SURGE, Setting.defaulted("surge", 0L, OF));
        part.with(Role.CPU_LIMIT, setting("cpus", service.cpuLimit(), WrittenSetting::cpus, service));
        part.with(Role.MEMORY_LIMIT, setting("memory", service.memoryLimit(), ComposeUnits::bytes, service));
        part.with(Role.OPEN_FILES, setting("ulimits.nofile", service.openFiles(), WrittenSetting::count, service));
        part.with(
                Role.GRACE_PERIOD,
                service.stopGracePeriod()
                        .map(grace -> WrittenSetting.of("stop_grace_period", grace, Quantities::duration))
                        .orElseGet(() -> Setting.defaulted("stop_grace_period", Duration.ofSeconds(10), OF)));
        part.with(
                Role.IMAGE,
                setting("image", service.image().or(() -> built.flatMap(BuiltImage::base)), Optional::of, service));
        service.buildContext().ifPresent(context -> part.with(WrittenSetting.of("build", context, Optional::of)));
        service.sysctls()
                .forEach((name, value) -> part.with(WrittenSetting.of("sysctls." + name, value, Optional::of)));
        service.labels().forEach((name, value) -> part.with(WrittenSetting.of("label " + name, value, Optional::of)));
        for (ComposePort port : service.ports()) {
            port.published()
                    .ifPresent(number -> part.with(Setting.declared(
                            "published " + number,
                            String.valueOf(port.target()),
                            port.written().text(),
                            port.written().origin())));
        }
        variables(service, built)
                .forEach((name, value) -> part.with(WrittenSetting.of("env " + name, value, Optional::of)));
        List<Written> words = words(service, built);
        if (!words.isEmpty()) {
            part.with(WrittenSetting.of("command", together(words), Optional::of));
        }
        return part.build();
    }

    private static Written together(List<Written> words) {
        List<String> missing =
                words.stream().flatMap(word -> word.missing().stream()).toList();
        List<String> texts = words.stream().map(Written::text).toList();
        return new Written(String.join(" ", texts), missing, words.get(0).origin());
    }

    private static Setting<Long> replicas(ComposeService service) {
        if (service.everywhere()) {
            return Setting.unknown(
                    "replicas", "the number of nodes, on each of which '" + service.name() + "' runs once");
        }
        return service.replicas()
                .map(count -> WrittenSetting.of("replicas", count, WrittenSetting::count))
                .orElseGet(() -> Setting.defaulted("replicas", 1L, OF));
    }

    private static Optional<Bytes> bytes(String text) {
        var bytes = Quantities.composeBytes(text);
        return bytes.isPresent() ? Optional.of(new Bytes(bytes.getAsLong())) : Optional.empty();
    }

    private static <T> Setting<T> setting(
            String name, Optional<Written> written, Function<String, Optional<T>> parse, ComposeService of) {
        return written.map(value -> WrittenSetting.of(name, value, parse))
                .orElseGet(() ->
                        Setting.unknown(name, "%s of service '%s', which is not written".formatted(name, of.name())));
    }

    private Optional<String> image(ComposeService service, Optional<BuiltImage> built) {
        return built.flatMap(BuiltImage::base).flatMap(Written::value).or(() -> service.image()
                .flatMap(Written::value));
    }

    private static Map<String, Workload.Value> environment(ComposeService service, Optional<BuiltImage> built) {
        Map<String, Workload.Value> values = new LinkedHashMap<>();
        variables(service, built).forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    /** Those of the image, and over them those of the service. */
    private static Map<String, Written> variables(ComposeService service, Optional<BuiltImage> built) {
        Map<String, Written> all = new LinkedHashMap<>();
        built.ifPresent(image -> all.putAll(image.environment()));
        all.putAll(service.environment());
        return all;
    }

    private static List<Workload.Value> arguments(ComposeService service, Optional<BuiltImage> built) {
        return words(service, built).stream().map(ComposeUnits::value).toList();
    }

    /** An entry point of its own switches the image's command off. */
    private static List<Written> words(ComposeService service, Optional<BuiltImage> built) {
        boolean own = !service.entrypoint().isEmpty();
        List<Written> words = new ArrayList<>(
                own ? service.entrypoint() : built.map(BuiltImage::entrypoint).orElse(List.of()));
        if (!service.command().isEmpty()) {
            words.addAll(service.command());
        } else if (!own) {
            words.addAll(built.map(BuiltImage::command).orElse(List.of()));
        }
        return words;
    }

    private static Workload.Value value(Written written) {
        return new Workload.Value(written.value(), written.origin());
    }

    private Optional<BuiltImage> built(ComposeService service) {
        return service.buildContext()
                .filter(Written::known)
                .filter(context ->
                        !context.text().contains("://") && !context.text().startsWith("git@"))
                .flatMap(this::inTree)
                .map(folder -> BuiltImage.of(
                        sources,
                        folder,
                        service.dockerfile().flatMap(Written::value).orElse("Dockerfile"),
                        service.buildTarget().flatMap(Written::value)));
    }

    /** The path in the tree of what a mount shows; empty when it lies elsewhere. */
    private Optional<String> source(ComposeMount mount, Assembly into) {
        return switch (mount.kind()) {
            case PATH -> inTree(mount.source());
            case VOLUME -> Optional.empty();
            case CONFIG -> {
                Optional<ComposeConfig> config =
                        Optional.ofNullable(project.configs().get(mount.source().text()));
                yield config.flatMap(ComposeConfig::file).flatMap(this::inTree).or(() -> config.flatMap(
                                ComposeConfig::content)
                        .flatMap(content -> embedded(mount, content, into)));
            }
        };
    }

    private Optional<String> embedded(ComposeMount mount, YamlScalar content, Assembly into) {
        if (!content.block()) {
            return Optional.empty();
        }
        String path = main + "/configs/" + mount.source().text() + "/" + FilePaths.name(mount.target());
        if (into.embedded().stream().noneMatch(file -> file.relative().equals(path))) {
            String text = content.text().replace("$$", "$");
            into.addEmbedded(new TextFile(
                    content.origin().file(), path, text, content.origin().line()));
        }
        return Optional.of(path);
    }

    private Optional<String> inTree(Written path) {
        if (!path.known() || path.text().startsWith("/") || path.text().startsWith("~")) {
            return Optional.empty();
        }
        return Tree.normal(FilePaths.folder(relative(path.origin().file())) + "/" + path.text());
    }

    private boolean isFile(String path, Assembly into) {
        return sources.tree().file(path).isPresent()
                || into.embedded().stream().anyMatch(file -> file.relative().equals(path));
    }

    private String relative(String path) {
        return sources.at(path).map(SourceFile::relative).orElse(path);
    }
}
