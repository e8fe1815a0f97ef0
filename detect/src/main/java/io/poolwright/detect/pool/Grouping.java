package io.poolwright.detect.pool;

import io.poolwright.detect.Alert;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folds what fires on one service into one trouble for each cause, not for each symptom.
 *
 * <p>Callers that wait at one place fill every place further out: a full pool holds up the workers, busy workers the balancer's
 * slots. So the innermost place that holds callers up leads, if it did not begin to fire long after those it should explain.
 * What nothing explains stays a trouble of its own; two pools side by side are never folded, nor are two services.
 */
public final class Grouping {
    private static final String BLIND = "pool-blind";
    private static final String STACK_BLIND = "blind-spot";

    private Grouping() {}

    /**
     * The troubles of one service, the worst first.
     *
     * @param pools alerts that fire on its pools
     * @param stack alerts that fire on it as a whole
     */
    public static List<Trouble> fold(String service, List<PoolAlert> pools, List<Alert> stack) {
        List<Symptom> all = Stream.concat(
                        pools.stream().map(Symptom::of), stack.stream().map(Symptom::of))
                .toList();
        List<Trouble> troubles = new ArrayList<>(blind(service, all));
        List<Site> sites = sites(all);
        Map<Site, List<Site>> explained = new LinkedHashMap<>();
        for (Site site : sites) {
            explained
                    .computeIfAbsent(root(site, sites), it -> new ArrayList<>())
                    .add(site);
        }
        explained.forEach((root, members) -> {
            members.remove(root);
            members.sort(
                    Comparator.comparing((Site site) -> site.tier).reversed().thenComparing(Site.WORST));
            List<Symptom> others = Stream.concat(
                            root.symptoms().stream().skip(1),
                            members.stream().flatMap(site -> site.symptoms().stream()))
                    .toList();
            troubles.add(new Trouble(service, root.symptoms().get(0), others));
        });
        troubles.sort(Comparator.comparing(Trouble::severity)
                .reversed()
                .thenComparing(Trouble::since)
                .thenComparing(trouble -> trouble.lead().detector())
                .thenComparing(
                        trouble -> trouble.lead().pool().map(PoolId::toString).orElse("")));
        return List.copyOf(troubles);
    }

    /** Of those that explain a site, the one furthest in; itself when there is none. */
    private static Site root(Site site, List<Site> sites) {
        return sites.stream()
                .filter(other -> other.explains(site))
                .min(Comparator.comparing((Site other) -> other.tier).reversed().thenComparing(Site.WORST))
                .map(other -> root(other, sites))
                .orElse(site);
    }

    private static List<Site> sites(List<Symptom> all) {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (Symptom symptom : all) {
            symptom.pool().filter(pool -> !isBlind(symptom)).ifPresent(pool -> sites.computeIfAbsent(
                            pool.tier().id() + " " + name(pool), key -> new Site(pool.tier(), name(pool)))
                    .add(symptom));
        }
        for (Symptom symptom : all) {
            if (symptom.pool().isEmpty() && !isBlind(symptom)) {
                // What is said of the stack is said of its worst place of that kind; without one it stands for itself.
                Optional<Tier> tier = Place.of(symptom.detector()).tier();
                sites.values().stream()
                        .filter(site -> tier.filter(it -> it == site.tier).isPresent())
                        .min(Site.WORST)
                        .orElseGet(() -> sites.computeIfAbsent(
                                tier.map(Tier::id).orElse(symptom.detector()),
                                key -> new Site(tier.orElse(Tier.FRONTEND), "")))
                        .add(symptom);
            }
        }
        return List.copyOf(sites.values());
    }

    /** The servers of one backend share its line: {@code shop/shop-1} is at the place {@code shop}. */
    private static String name(PoolId pool) {
        int slash = pool.tier() == Tier.SERVER ? pool.name().indexOf('/') : -1;
        return slash < 0 ? pool.name() : pool.name().substring(0, slash);
    }

    /** A source that is silent is one trouble, however many pools it tells of; so is a setting that many pools lack. */
    private static List<Trouble> blind(String service, List<Symptom> all) {
        Map<String, List<Symptom>> bySource = new LinkedHashMap<>();
        for (Symptom symptom : all) {
            if (isBlind(symptom)) {
                bySource.computeIfAbsent(source(symptom), it -> new ArrayList<>())
                        .add(symptom);
            }
        }
        return bySource.values().stream()
                .map(same -> new Trouble(service, same.get(0), same.subList(1, same.size())))
                .toList();
    }

    private static String source(Symptom symptom) {
        boolean silent = symptom.severity() != Severity.INFO;
        String why = symptom.text().substring(symptom.text().indexOf(": ") + 1);
        return symptom.pool()
                .map(pool -> silent ? "silent " + pool.instance() : "lacks " + pool.tier() + why)
                .orElse("stack");
    }

    private static boolean isBlind(Symptom symptom) {
        return symptom.detector().equals(BLIND) || symptom.detector().equals(STACK_BLIND);
    }
}
