package io.poolwright.config.spring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The configuration files of one application, from which its environments are made. */
public final class SpringModule {
    /** Variants that are judged at most: more profiles than this are no deployments but features. */
    private static final int MOST_VARIANTS = 8;

    private static final List<String> JUDGED = List.of(
            "spring.datasource",
            "spring.r2dbc",
            "spring.jpa",
            "spring.transaction",
            "spring.threads",
            "spring.data.redis",
            "spring.redis",
            "spring.lifecycle",
            "spring.http",
            "server.",
            "datasource",
            "hikari");

    private final List<SpringFile> files;
    private final Function<String, Optional<List<SpringDocument>>> imports;

    private SpringModule(List<SpringFile> files, Function<String, Optional<List<SpringDocument>>> imports) {
        this.files = files.stream()
                .sorted(Comparator.comparing((SpringFile file) -> file.name().place())
                        .thenComparing(file -> file.name().strength())
                        .thenComparing(file -> file.name().path()))
                .toList();
        this.imports = imports;
    }

    /**
     * An application of these files.
     *
     * @param imports the documents that a path of the tree holds, for {@code spring.config.import}
     */
    public static SpringModule of(List<SpringFile> files, Function<String, Optional<List<SpringDocument>>> imports) {
        return new SpringModule(files, imports);
    }

    /** The files, the weakest first. */
    public List<SpringFile> files() {
        return files;
    }

    /** Every profile that a file name or a document is for. */
    public Set<String> profiles() {
        Set<String> names = new LinkedHashSet<>();
        for (SpringFile file : files) {
            file.name().profile().ifPresent(names::add);
            for (SpringDocument document : file.documents()) {
                document.onProfile().ifPresent(expression -> names.addAll(expression.names()));
            }
        }
        return names;
    }

    /**
     * The sets of active profiles that are worth judging: the one that is active when the start says so, else each
     * production-like profile, else what the plain files activate, else none.
     */
    public List<List<String>> variants(Launch launch) {
        SpringEnvironment plain = environment(List.of(), launch);
        List<String> active = activated(plain);
        boolean unknown = plain.get("spring.profiles.active").isPresent() && active.isEmpty();
        if (!active.isEmpty()
                && (launch.sources().stream().anyMatch(source -> source.get("spring.profiles.active")
                                .isPresent())
                        || active.stream().noneMatch(ProfileNames::isDesk))) {
            return List.of(expanded(active, plain));
        }
        List<List<String>> candidates = new ArrayList<>();
        Set<String> named = candidates();
        boolean certain = named.stream().anyMatch(ProfileNames::isProduction);
        for (String profile : named) {
            if ((!certain || ProfileNames.isProduction(profile)) && candidates.size() < MOST_VARIANTS) {
                candidates.add(expanded(List.of(profile), plain));
            }
        }
        if (!candidates.isEmpty()) {
            return List.copyOf(candidates);
        }
        return List.of(unknown ? List.of() : expanded(active, plain));
    }

    /** Profiles that change something we judge and are not for a desk. */
    private Set<String> candidates() {
        Set<String> names = new LinkedHashSet<>();
        for (SpringFile file : files) {
            for (SpringDocument document : file.documents()) {
                Set<String> its = new LinkedHashSet<>();
                file.name().profile().ifPresent(its::add);
                document.onProfile().ifPresent(expression -> its.addAll(expression.names()));
                its.removeIf(ProfileNames::isDesk);
                if (!its.isEmpty() && isJudged(document)) {
                    names.addAll(its);
                }
            }
        }
        return names;
    }

    private static boolean isJudged(SpringDocument document) {
        return document.properties().stream().anyMatch(property -> {
            String key = property.key().toLowerCase(Locale.ROOT);
            return JUDGED.stream().anyMatch(key::contains);
        });
    }

    /** The profiles that start and plain files activate, in order. */
    private static List<String> activated(SpringEnvironment plain) {
        Set<String> active = new LinkedHashSet<>(plain.list("spring.profiles.active"));
        active.removeIf(String::isBlank);
        if (!active.isEmpty()) {
            active.addAll(plain.list("spring.profiles.include"));
        }
        return List.copyOf(active);
    }

    private static List<String> expanded(List<String> profiles, SpringEnvironment plain) {
        Set<String> all = new LinkedHashSet<>();
        for (String profile : profiles) {
            expand(profile, plain, all);
        }
        for (String included : plain.list("spring.profiles.include")) {
            expand(included, plain, all);
        }
        return List.copyOf(all);
    }

    private static void expand(String profile, SpringEnvironment plain, Set<String> all) {
        List<String> waiting = new ArrayList<>(List.of(profile));
        while (!waiting.isEmpty() && all.size() < 50) {
            String next = waiting.remove(0);
            if (all.add(next)) {
                waiting.addAll(0, plain.list("spring.profiles.group." + next));
            }
        }
    }

    /** The environment with these profiles active, groups and includes already followed. */
    public SpringEnvironment environment(List<String> profiles, Launch launch) {
        List<SpringNote> notes = new ArrayList<>();
        List<SpringSource> sources = new ArrayList<>(launch.sources());
        remoteFiles(sources, notes);
        ConfigDocuments documents = new ConfigDocuments(files, imports, profiles, notes);
        List<SpringDocument> weakestFirst = documents.inForce();
        for (int i = weakestFirst.size() - 1; i >= 0; i--) {
            sources.add(SpringSource.named(weakestFirst.get(i).properties()));
        }
        return new SpringEnvironment(profiles, sources, notes);
    }

    /** A start that names other places for files, of which we know none. */
    private static void remoteFiles(List<SpringSource> sources, List<SpringNote> notes) {
        for (String name :
                List.of("spring.config.location", "spring.config.additional-location", "spring.config.import")) {
            for (SpringSource source : sources) {
                source.get(name)
                        .ifPresent(property -> notes.add(new SpringNote(
                                property.origin(),
                                "what " + name + " brings in",
                                !property.text()
                                        .filter(ConfigDocuments::bringsSecretsOnly)
                                        .isPresent())));
            }
        }
    }
}
