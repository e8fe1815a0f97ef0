package io.poolwright.config.spring;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.build.BuildTree;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.spring.OtherFrameworks.Framework;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds the applications of Spring Boot, Quarkus and Micronaut: one family of parts for each service that runs one. */
public final class SpringAssembler implements Assembler {
    private static final int MOST_ENVIRONMENTS = 6;

    private @Nullable Sources of;
    private @Nullable SpringTree read;

    @Override
    public Set<String> environments(Sources sources) {
        SpringTree tree = tree(sources);
        Set<String> names = new TreeSet<>();
        if (startsSayProfiles(sources)) {
            return names;
        }
        for (Map.Entry<String, List<SpringFile>> module : tree.modules().entrySet()) {
            if (!tree.isSpring(module.getKey())) {
                continue;
            }
            List<List<String>> variants =
                    SpringModule.of(module.getValue(), tree::imported).variants(Launch.unknown());
            if (variants.size() > 1 && names.size() + variants.size() <= MOST_ENVIRONMENTS) {
                variants.forEach(profiles -> names.add(SpringVariant.environment(profiles)));
            }
        }
        return names;
    }

    /** A start that activates profiles decides; then there is nothing to choose from. */
    private static boolean startsSayProfiles(Sources sources) {
        for (SourceFile file : sources.tree().files()) {
            String name = file.name();
            boolean starts = name.endsWith(".yml")
                    || name.endsWith(".yaml")
                    || name.contains("Dockerfile")
                    || name.endsWith(".env");
            boolean own = file.relative().startsWith(".") // pipelines test, they do not deploy
                    || name.startsWith("application")
                    || name.startsWith("bootstrap");
            if (starts
                    && !own
                    && sources.peek(file)
                            .filter(text ->
                                    text.contains("SPRING_PROFILES_ACTIVE") || text.contains("spring.profiles.active"))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        SpringTree tree = tree(sources);
        SpringStarts starts = new SpringStarts(tree.modules(), into);
        Set<String> mounted = new HashSet<>();
        for (Workload unit : into.workloads()) {
            mounted.addAll(unit.files());
        }
        for (Map.Entry<String, List<SpringFile>> module : tree.modules().entrySet()) {
            List<Workload> units = starts.running(module.getKey());
            boolean elsewhere = units.isEmpty()
                    && module.getValue().stream()
                            .allMatch(file -> mounted.contains(file.name().path()))
                    && module.getValue().stream().noneMatch(file -> isInJar(file.name()));
            if (elsewhere) {
                continue; // read together with the program of the unit that mounts it
            }
            if (units.isEmpty()) {
                application(tree, module.getKey(), module.getValue(), Optional.empty(), environment, into);
            }
            for (Workload unit : units) {
                List<SpringFile> files = new ArrayList<>(module.getValue());
                files.addAll(mountedBy(unit, module, tree, sources, into));
                application(tree, module.getKey(), files, Optional.of(unit), environment, into);
            }
        }
        for (Workload unit : starts.withoutFiles()) {
            List<SpringFile> files = mountedBy(unit, Map.entry(unit.service().id(), List.of()), tree, sources, into);
            new UnitApplication(unit, files).addTo(into);
        }
    }

    private static boolean isInJar(SpringFileName name) {
        return name.place() == SpringFileName.Place.CLASSPATH || name.place() == SpringFileName.Place.CLASSPATH_CONFIG;
    }

    /** Spring's files that a unit mounts, or has from a ConfigMap: they stand beside its jar. */
    private static List<SpringFile> mountedBy(
            Workload unit,
            Map.Entry<String, List<SpringFile>> module,
            SpringTree tree,
            Sources sources,
            Assembly into) {
        Set<String> own = new HashSet<>();
        module.getValue().forEach(file -> own.add(file.name().path()));
        List<SpringFile> files = new ArrayList<>();
        for (String path : unit.files()) {
            Optional<SourceFile> file = sources.tree().file(path).or(() -> into.embedded().stream()
                    .filter(one -> one.relative().equals(path))
                    .findFirst());
            Optional<SpringFileName> name = SpringFileName.of(path);
            if (file.isPresent() && name.isPresent() && own.add(path)) {
                SpringFileName beside = new SpringFileName(
                        path,
                        module.getKey(),
                        SpringFileName.Place.FOLDER_CONFIG,
                        name.get().stem(),
                        name.get().profile(),
                        name.get().extension());
                tree.read(file.get(), beside).ifPresent(files::add);
            }
        }
        return files;
    }

    private static void application(
            SpringTree tree,
            String module,
            List<SpringFile> files,
            Optional<Workload> unit,
            String environment,
            Assembly into) {
        Framework framework = tree.framework(module);
        if (framework == Framework.SPRING && !tree.isSpring(module)) {
            return;
        }
        Launch launch = unit.map(SpringStarts::launch).orElse(Launch.unknown());
        SpringModule application = SpringModule.of(files, tree::imported);
        List<String> profiles = framework == Framework.QUARKUS
                ? List.of("prod")
                : SpringVariant.choose(application.variants(launch), environment);
        SpringEnvironment properties = application.environment(profiles, launch);
        ApplicationFacts facts = facts(tree, module, files, unit, into);
        if (framework == Framework.SPRING) {
            new SpringFamily(facts, properties).addTo(into);
        } else {
            new OtherFamily(framework, facts, properties, files, launch).addTo(into);
        }
    }

    private static ApplicationFacts facts(
            SpringTree tree, String module, List<SpringFile> files, Optional<Workload> unit, Assembly into) {
        SpringFile main = files.stream()
                .filter(file ->
                        file.name().profile().isEmpty() && file.name().stem().equals("application"))
                .findFirst()
                .orElse(files.get(0));
        String folder = module.substring(module.lastIndexOf('/') + 1);
        String name = unit.map(one -> one.service().name()).orElse(folder.isEmpty() ? "application" : folder);
        String id = main.name().path() + "/application/" + name;
        while (into.contains(id)) {
            id += "+";
        }
        Origin origin = main.documents().stream()
                .flatMap(document -> document.properties().stream())
                .map(SpringProperty::origin)
                .findFirst()
                .orElse(new Origin(main.name().path(), 1));
        BuildTree builds = tree.builds();
        return new ApplicationFacts(
                id, name, origin, unit.map(one -> one.service().id()), builds.of(module), tree.code(module));
    }

    private SpringTree tree(Sources sources) {
        SpringTree known = read;
        if (known == null || of != sources) {
            known = new SpringTree(sources);
            read = known;
            of = sources;
        }
        return known;
    }
}
