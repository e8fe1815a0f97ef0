package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.search.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the smallest pool that does as well as any, on nine stacks of ten that the real one may be.
 *
 * <p>As well means: a 99th percentile within 5 % of the best size for that stack. Above that size nothing is gained, and the
 * database is left with more connections to get into trouble with.
 */
final class PoolSearch {
    /** Within this factor of the best a size is on the plateau, and within this many seconds whatever the factor. */
    private static final double PLATEAU = 1.05;

    private static final double TINY = 0.0005;
    /** The same at 1.3 times the peak, where chance is greater. */
    private static final double BUSY_PLATEAU = 1.1;
    /** Room for what the model does not know. */
    private static final double ROOM = 1.5;

    /** Share of the stacks that must find a size on the plateau. */
    private static final double MOST = 0.9;
    /** Share of requests by which a size may do worse at 1.3 times the peak. */
    private static final double WORSE = 0.01;
    /** Sizes tried first. */
    private static final double[] MULTIPLES = {1, 1.15, 1.35, 1.6, 2, 2.5, 3.2, 4.5, 6.5, 10, 20};

    private final Proving proving;
    private final Settings others;
    private final TreeMap<Integer, Score> tried = new TreeMap<>();

    private PoolSearch(Proving proving, Settings others) {
        this.proving = proving;
        this.others = others;
    }

    /**
     * What was found.
     *
     * @param size the recommended one
     * @param low the smallest that does as well for half of the stacks
     * @param high the largest in a row that does as well
     * @param points every size tried
     * @param best how well the recommended one does
     * @param fails situations that no size of the plateau gets over
     */
    record Found(int size, int low, int high, List<PoolPoint> points, Score best, List<Situation> fails) {}

    /** Searches; empty when somebody said stop before anything was known. */
    static Optional<Found> search(Proving proving, Settings others, PoolBounds bounds, int present) {
        PoolSearch search = new PoolSearch(proving, others);
        search.run(search.sizes(bounds, present));
        if (search.tried.isEmpty()) {
            return Optional.empty();
        }
        search.refine();
        return Optional.of(search.choose());
    }

    private Set<Integer> sizes(PoolBounds bounds, int present) {
        Set<Integer> sizes = new TreeSet<>();
        for (double multiple : MULTIPLES) {
            sizes.add((int) Math.min(bounds.high(), Math.ceil(bounds.low() * multiple)));
        }
        for (int more = 0; more < 4; more++) {
            sizes.add(Math.min(bounds.high(), bounds.low() + more));
        }
        sizes.add(Math.max(bounds.low(), Math.min(bounds.high(), present)));
        sizes.add(bounds.high());
        return sizes;
    }

    private void run(Set<Integer> sizes) {
        List<Integer> fresh =
                sizes.stream().filter(size -> !tried.containsKey(size)).toList();
        List<Optional<Score>> scores = proving.scores(fresh.stream()
                .map(size -> others.with(Parameter.POOL_MAX, size))
                .toList());
        for (int i = 0; i < fresh.size(); i++) {
            int size = fresh.get(i);
            scores.get(i).ifPresent(score -> tried.put(size, score));
        }
    }

    /** Fills the gap below the smallest size on the plateau, where the answer lies. */
    private void refine() {
        for (int round = 0; round < 3; round++) {
            int first = smallest(shares(), MOST);
            Integer below = tried.lowerKey(first);
            if (below == null || first - below <= 1) {
                return;
            }
            Set<Integer> between = new TreeSet<>();
            int gap = first - below;
            for (int part = 1; part <= 3; part++) {
                int size = below + gap * part / 4;
                if (size > below) {
                    between.add(size);
                }
            }
            run(between);
        }
    }

    private Found choose() {
        Map<Integer, Double> shares = shares();
        int first = smallest(shares, MOST);
        List<Integer> plateau = new ArrayList<>();
        for (int size : tried.tailMap(first).keySet()) {
            if (share(shares, size) < MOST) {
                break;
            }
            plateau.add(size);
        }
        double calmest = plateau.stream()
                .mapToDouble(size -> score(size).violation())
                .min()
                .orElse(1);
        List<Integer> calm = plateau.stream()
                .filter(size -> score(size).violation() <= calmest + WORSE)
                .toList();
        // Just large enough for the peak is too small for what the model does not know: it must do at the higher load
        // as well.
        double quickest =
                calm.stream().mapToDouble(one -> score(one).busierTail()).min().orElse(0);
        calm = calm.stream()
                .filter(one -> score(one).busierTail() <= BUSY_PLATEAU * quickest + TINY)
                .toList();
        List<Situation> fails = new ArrayList<>();
        int size = calm.get(0);
        for (Situation situation : List.of(Situation.SLOW_DATABASE, Situation.INSTANCE_DOWN)) {
            Optional<Integer> survivor = survivor(calm, size, situation);
            if (survivor.isEmpty()) {
                fails.add(situation);
            } else {
                size = survivor.get();
            }
        }
        int low = Math.min(size, smallest(shares, 0.5));
        size = roomy(size, plateau.get(plateau.size() - 1), fails);
        shares = shares();
        int high = Math.max(size, plateau.get(plateau.size() - 1));
        return new Found(size, low, high, points(shares), score(size), List.copyOf(fails));
    }

    /**
     * Half as many again, as far as the plateau reaches: on it a larger pool costs nothing, and below it a model that is a little wrong
     * costs a lot.
     */
    private int roomy(int size, int highest, List<Situation> fails) {
        int roomy = Math.min(highest, (int) Math.ceil(ROOM * size));
        run(Set.of(roomy));
        boolean well = tried.containsKey(roomy) && share(shares(), roomy) >= MOST;
        for (Situation situation : List.of(Situation.SLOW_DATABASE, Situation.INSTANCE_DOWN)) {
            well &= fails.contains(situation)
                    || proving.survives(others.with(Parameter.POOL_MAX, roomy), situation)
                            .orElse(true);
        }
        return well ? roomy : size;
    }

    /** The smallest from {@code least} on that gets over it; {@code least} itself when the stack cannot get into it. */
    private Optional<Integer> survivor(List<Integer> sizes, int least, Situation situation) {
        for (int size : sizes) {
            if (size >= least) {
                Optional<Boolean> survived = proving.survives(others.with(Parameter.POOL_MAX, size), situation);
                if (survived.isEmpty()) {
                    return Optional.of(least);
                }
                if (survived.get()) {
                    return Optional.of(size);
                }
            }
        }
        return Optional.empty();
    }

    /** For each size the share of the stacks for which it is on the plateau. */
    private Map<Integer, Double> shares() {
        double calmest = tried.values().stream()
                .mapToDouble(Score::violationAtPeak)
                .min()
                .orElse(1);
        Map<Integer, Double> shares = new TreeMap<>();
        int members = proving.members().size();
        double[] best = new double[members];
        for (int i = 0; i < members; i++) {
            int member = i;
            best[i] = tried.values().stream()
                    .mapToDouble(score -> score.tails().get(member))
                    .min()
                    .orElse(0);
        }
        tried.forEach((size, score) -> {
            int on = 0;
            for (int i = 0; i < members; i++) {
                if (score.tails().get(i) <= PLATEAU * best[i] + TINY) {
                    on++;
                }
            }
            boolean calm = score.violationAtPeak() <= calmest + Score.SAME;
            shares.put(size, calm ? on / (double) members : 0);
        });
        return shares;
    }

    /** The smallest size on the plateau for so many; the one that most find there when there is none such. */
    private int smallest(Map<Integer, Double> shares, double share) {
        return shares.entrySet().stream()
                .filter(one -> one.getValue() >= share)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> shares.entrySet().stream()
                        .max(Comparator.comparingDouble((Map.Entry<Integer, Double> one) -> one.getValue())
                                .thenComparingDouble(one -> -score(one.getKey()).tail()))
                        .orElseThrow()
                        .getKey());
    }

    private List<PoolPoint> points(Map<Integer, Double> shares) {
        List<PoolPoint> points = new ArrayList<>();
        tried.forEach((size, score) -> points.add(new PoolPoint(
                size,
                Estimate.next(score.tails().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .within(0, Double.POSITIVE_INFINITY),
                Estimate.next(score.peak().stream()
                                .mapToDouble(window -> window.customers().goodShare())
                                .toArray())
                        .within(0, 1),
                share(shares, size))));
        return points;
    }

    private Score score(int size) {
        return Objects.requireNonNull(tried.get(size));
    }

    private static double share(Map<Integer, Double> shares, int size) {
        return shares.getOrDefault(size, 0.0);
    }
}
