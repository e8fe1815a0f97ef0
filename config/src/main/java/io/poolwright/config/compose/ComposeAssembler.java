package io.poolwright.config.compose;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.EnvironmentName;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.container.FilePaths;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds the services of docker-compose files. */
public final class ComposeAssembler implements Assembler {
    private static final Pattern TOP_SERVICES = Pattern.compile("(?m)^[\"']?services[\"']?\\s*:\\s*(?:#.*)?$");
    private static final Pattern SOURCE = Pattern.compile("(?m)[\\s{,](?:image|build|extends)\\s*:");

    private @Nullable Sources planned;
    private List<ComposePlan> plans = List.of();
    private final Map<String, Optional<ComposeFile>> known = new HashMap<>();

    @Override
    public Set<String> environments(Sources sources) {
        Set<String> names = new TreeSet<>();
        boolean base = false;
        for (ComposePlan plan : plans(sources)) {
            if (EnvironmentName.serves(plan.environment())) {
                names.add(plan.environment());
            }
            base |= plan.environment().isEmpty();
        }
        names.remove("");
        if (base && !names.isEmpty() && !names.contains("prod")) {
            names.add("default");
        }
        return names;
    }

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        for (ComposePlan plan : chosen(plans(sources), environment)) {
            try {
                plan.files().forEach(file -> RepeatedKeys.in(file).forEach(sources::report));
                ComposeProject project = ComposeProject.of(plan.files(), nearby(sources));
                new ComposeUnits(sources, plan, project).addTo(into);
                project.notes()
                        .forEach(note -> sources.report(
                                new Unread(note.origin().file(), Optional.of(note.origin()), note.what(), false)));
            } catch (ConfigSyntaxException e) {
                sources.report(e);
            }
        }
    }

    /** In each folder the plans of this environment; else those without a name; else a developer's, if it is all there is. */
    private static List<ComposePlan> chosen(List<ComposePlan> plans, String environment) {
        Map<String, List<ComposePlan>> folders = new LinkedHashMap<>();
        plans.stream()
                .filter(plan -> !plan.environment().equals(EnvironmentName.TEST))
                .forEach(plan -> folders.computeIfAbsent(plan.folder(), folder -> new ArrayList<>())
                        .add(plan));
        boolean onlyDevelopment = plans.stream().noneMatch(plan -> EnvironmentName.serves(plan.environment()));
        Set<ComposePlan> chosen = new LinkedHashSet<>();
        for (List<ComposePlan> here : folders.values()) {
            List<ComposePlan> named = here.stream()
                    .filter(plan -> EnvironmentName.same(plan.environment(), environment))
                    .toList();
            List<ComposePlan> nameless =
                    here.stream().filter(plan -> plan.environment().isEmpty()).toList();
            if (!named.isEmpty() && !environment.isEmpty()) {
                chosen.addAll(named);
                nameless.stream().filter(plan -> alongside(plan, named)).forEach(chosen::add);
            } else if (!nameless.isEmpty()) {
                chosen.addAll(nameless);
            } else if (here.size() == 1
                    && (onlyDevelopment || EnvironmentName.serves(here.get(0).environment()))) {
                chosen.addAll(here);
            }
        }
        return List.copyOf(chosen);
    }

    /** Whether a nameless plan is another project of the folder, and not the same one for another environment. */
    private static boolean alongside(ComposePlan plan, List<ComposePlan> named) {
        Set<String> names = new LinkedHashSet<>();
        named.forEach(one -> one.files().forEach(file -> file.services().forEach(entry -> names.add(entry.name()))));
        boolean variant = FileRole.of(plan.main())
                .map(role -> role.kind() == FileRole.Kind.VARIANT)
                .orElse(true);
        return variant
                && plan.files().stream()
                        .flatMap(file -> file.services().stream())
                        .noneMatch(entry -> names.contains(entry.name()));
    }

    private List<ComposePlan> plans(Sources sources) {
        if (planned != sources) {
            Map<String, ComposeFile> files = new LinkedHashMap<>();
            for (SourceFile file : sources.tree().files()) {
                if (mayBeCompose(file, sources)) {
                    known.computeIfAbsent(file.path(), path -> read(file, sources))
                            .ifPresent(compose -> files.put(file.relative(), compose));
                }
            }
            plans = ComposePlan.of(files);
            planned = sources;
        }
        return plans;
    }

    private static boolean mayBeCompose(SourceFile file, Sources sources) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (!(name.endsWith(".yml") || name.endsWith(".yaml"))
                || file.relative().contains(".github/")) {
            return false;
        }
        if (FileRole.of(name).isPresent()) {
            return true;
        }
        Optional<String> text = sources.peek(file);
        return text.isPresent()
                && text.get().contains("services")
                && TOP_SERVICES.matcher(text.get()).find()
                && SOURCE.matcher(text.get()).find();
    }

    private static Optional<ComposeFile> read(SourceFile file, Sources sources) {
        Optional<String> text = sources.peek(file);
        boolean template =
                text.filter(one -> one.contains("{{") || one.contains("{%")).isPresent();
        boolean certain = FileRole.of(file.name()).isPresent();
        if (template || !certain) {
            try {
                ComposeFile.parse(file.path(), text.orElse(""));
            } catch (ConfigSyntaxException e) {
                if (template) {
                    sources.report(Unread.remark(file.path(), "it is a template that was not rendered"));
                }
                return Optional.empty();
            }
        }
        return sources.parse(file, "compose", one -> ComposeFile.parse(one.path(), one.text()))
                .flatMap(compose -> compose);
    }

    private static NearbyFiles nearby(Sources sources) {
        return (beside, path) -> path.startsWith("/") || path.startsWith("~")
                ? Optional.empty()
                : sources.at(beside)
                        .flatMap(file -> sources.tree().file(FilePaths.join(file.folder(), path)))
                        .flatMap(file -> sources.peek(file).map(text -> new NearbyFiles.NearbyFile(file.path(), text)));
    }
}
