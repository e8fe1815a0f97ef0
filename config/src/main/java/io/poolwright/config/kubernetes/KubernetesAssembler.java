package io.poolwright.config.kubernetes;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds the workloads of Kubernetes manifests, the files inside their ConfigMaps, and the ways in from outside. */
public final class KubernetesAssembler implements Assembler {
    private static final Pattern OBJECT = Pattern.compile("(?m)(?:^|[\\s{,])[\"']?apiVersion[\"']?[ \\t]*:");
    private static final Pattern KIND = Pattern.compile("(?m)(?:^|[\\s{,])[\"']?kind[\"']?[ \\t]*:");

    private @Nullable Sources read;
    private List<Placed> placed = List.of();
    private final Map<String, Optional<List<KubernetesObject>>> known = new HashMap<>();

    /**
     * The objects of a file.
     *
     * @param environment that the path names; empty for none
     */
    private record Placed(SourceFile file, String environment, List<KubernetesObject> objects) {}

    @Override
    public Set<String> environments(Sources sources) {
        Set<String> names = new TreeSet<>();
        for (Placed one : placed(sources)) {
            boolean runs = one.objects().stream()
                    .anyMatch(object -> Workload.of(object).isPresent());
            if (runs && !one.environment().isEmpty() && EnvironmentName.serves(one.environment())) {
                names.add(one.environment());
            }
        }
        return names;
    }

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        Cluster cluster = cluster(sources, environment);
        cluster.repeated()
                .forEach(object -> sources.report(new Unread(
                        object.origin().file(),
                        Optional.of(object.origin()),
                        "%s '%s' is declared in another file already; this one was left out"
                                .formatted(object.kind(), object.name()),
                        false)));
        new KubernetesUnits(sources, cluster).addTo(into);
        into.findHomes(sources.tree()); // the last of the orchestrators
    }

    private Cluster cluster(Sources sources, String environment) {
        List<Placed> all = placed(sources);
        boolean onlyDevelopment = all.stream().noneMatch(one -> EnvironmentName.serves(one.environment()));
        Cluster cluster = new Cluster();
        List<Placed> own = new ArrayList<>();
        for (Placed one : all) {
            boolean test = one.environment().equals(EnvironmentName.TEST);
            if (one.environment().isEmpty() || (onlyDevelopment && !test)) {
                one.objects().forEach(object -> cluster.add(object, false));
            } else if (EnvironmentName.same(one.environment(), environment)) {
                own.add(one);
            }
        }
        own.forEach(one -> one.objects().forEach(object -> cluster.add(object, true)));
        return cluster;
    }

    private List<Placed> placed(Sources sources) {
        if (read != sources) {
            List<Placed> found = new ArrayList<>();
            for (SourceFile file : sources.tree().files()) {
                if (mayBeManifest(file, sources)) {
                    known.computeIfAbsent(file.path(), path -> objects(file, sources))
                            .filter(objects -> !objects.isEmpty())
                            .ifPresent(objects -> {
                                String stem = file.name().replaceFirst("\\.(?:ya?ml|json)$", "");
                                String environment = EnvironmentName.ofWords(stem)
                                        .or(() -> EnvironmentName.ofFolders(file.folder()))
                                        .orElse("");
                                found.add(new Placed(file, environment, objects));
                            });
                }
            }
            placed = found;
            read = sources;
        }
        return placed;
    }

    private static boolean mayBeManifest(SourceFile file, Sources sources) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean yaml =
                name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json") || name.startsWith("-");
        if (!yaml || file.relative().contains(".github/") || Manifest.isChartValues(name)) {
            return false;
        }
        Optional<String> text = sources.peek(file);
        return text.isPresent()
                && text.get().contains("apiVersion")
                && OBJECT.matcher(text.get()).find()
                && KIND.matcher(text.get()).find();
    }

    private static Optional<List<KubernetesObject>> objects(SourceFile file, Sources sources) {
        Optional<Manifest> quiet = Optional.empty();
        try {
            quiet = Optional.of(Manifest.parse(file.path(), file.text()));
        } catch (ConfigSyntaxException e) {
            return sources.parse(file, "kubernetes", one -> {
                throw e;
            });
        }
        if (quiet.get().notRendered().isPresent()) {
            sources.report(new Unread(
                    file.path(),
                    quiet.get().notRendered(),
                    "it is a template; run helm template and audit what it prints",
                    false));
            return Optional.empty();
        }
        Manifest manifest = quiet.get();
        if (manifest.objects().stream().anyMatch(object -> object.kind().equals("Kustomization"))) {
            manifest.objects().stream()
                    .filter(object -> object.kind().equals("Kustomization"))
                    .filter(object -> object.tree().list("patches").stream()
                                    .anyMatch(patch -> patch.at("patch").isPresent())
                            || object.tree().at("patchesJson6902").isPresent())
                    .forEach(object -> sources.report(new Unread(
                            file.path(), Optional.of(object.origin()), "its inline patches are not applied", false)));
        }
        return sources.parse(file, "kubernetes", one -> manifest.objects());
    }
}
