package io.poolwright.telemetry.page;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.telemetry.dialect.Binding;
import io.poolwright.telemetry.dialect.Dialect;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pools that one target's pages tell of. What a series means is asked once and remembered, so that a look is one
 * pass over the page; pages of one target list the same series in the same order, so that even the memory is seldom
 * asked.
 *
 * <p>Two series belong to one pool when tier, name and {@link Telling} labels are equal. Keep one for each target; it is
 * not for several threads.
 */
@SuppressWarnings(
        "ReferenceEquality") // series are the same objects from page to page, and are never compared by value here
public final class PagePools {
    /** Most pools of one target; further ones are left out, with a notice. */
    public static final int MOST_POOLS = 2000;

    private static final Bound NOTHING = new Bound(Optional.empty(), Optional.empty(), Optional.empty());

    private final List<Dialect> dialects;
    private final Naming naming;
    private final int mostPools;
    private final Map<PoolKey, SeenPool> pools = new HashMap<>();
    private final Map<PoolKey, SeenPool> groups = new HashMap<>();
    private final IdentityHashMap<Series, Bound> known = new IdentityHashMap<>();
    private final Twins twins = new Twins();

    private Series[] order = {};
    private Bound[] orderBound = {};
    private List<SeenPool> present = new ArrayList<>();
    private final List<SeenPool> unnamed = new ArrayList<>();
    private long look;
    private int refused;

    /**
     * @param service the service that the target's pools belong to
     * @param instance which copy of it the target is; empty text for the only one
     */
    public PagePools(List<Dialect> dialects, String service, String instance, int mostPools) {
        this.dialects = List.copyOf(dialects);
        this.naming = new Naming(service, instance);
        this.mostPools = mostPools;
    }

    /** The pools of a page, in its order. */
    public List<Reading> read(MetricsPage page) {
        makeRoomBefore(page);
        look++;
        refused = 0;
        present = new ArrayList<>(present.size());
        for (int i = 0; i < page.size(); i++) {
            Bound bound = bound(page.series(i), i);
            if (bound != NOTHING) {
                take(bound, page.value(i));
            }
        }
        for (SeenPool pool : present) {
            if (page.beyond() > 0) {
                pool.doubtSums();
            }
            joinGroup(pool);
            pool.complete();
        }
        if (!unnamed.isEmpty()) {
            naming.name(unnamed, pools.values());
            unnamed.clear();
            twins.look(present);
        }
        return readings();
    }

    /** What was beyond a limit on the page read last, or could not be told apart. */
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(twins.notices());
        if (refused > 0) {
            notices.add(new Notice(
                    Notice.Kind.LIMIT,
                    "the page tells of more than %d pools; found %d series of further ones, which are left out"
                            .formatted(mostPools, refused)));
        }
        return notices;
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(present.size());
        for (SeenPool pool : present) {
            SeenPool first = pool.first;
            if (first != null && first.look == look) {
                first.parts.fillFrom(pool.parts);
            }
        }
        for (SeenPool pool : present) {
            boolean toldByAnother = pool.first != null && pool.first.look == look;
            if (pool.id != null && !pool.twin && !toldByAnother && !pool.parts.isBoundless()) {
                readings.add(pool.reading(pool.id));
            }
        }
        return readings;
    }

    private void take(Bound bound, double value) {
        SeenPool pool = bound.pool().orElseThrow();
        if (pool.look != look) {
            pool.begin(look);
            if (!pool.key.name().isEmpty()) {
                present.add(pool);
                countInGroup(pool);
            }
        }
        pool.take(bound.binding().orElseThrow(), value);
        if (bound.also().isPresent()) {
            take(bound.also().get(), value);
        }
    }

    private void countInGroup(SeenPool pool) {
        if (pool.grouped) {
            SeenPool group = group(pool.key.ofGroup(), pool.dialect);
            if (group.look != look) {
                group.begin(look);
            }
            group.members++;
        }
    }

    private void joinGroup(SeenPool pool) {
        if (pool.grouped) {
            pool.joinGroup(group(pool.key.ofGroup(), pool.dialect));
        }
    }

    private SeenPool group(PoolKey key, Dialect dialect) {
        return groups.computeIfAbsent(key, it -> new SeenPool(it, dialect));
    }

    private Bound bound(Series series, int place) {
        if (place < order.length && order[place] == series) {
            return orderBound[place];
        }
        Bound bound = known.get(series);
        if (bound == null) {
            bound = bind(series);
            if (bound == NOTHING || bound.pool().isPresent()) {
                known.put(series, bound);
            } else {
                refused++; // asked again at the next look: room may come
                return NOTHING;
            }
        }
        if (place < order.length) {
            order[place] = series;
            orderBound[place] = bound;
        }
        return bound;
    }

    private Bound bind(Series series) {
        for (Dialect dialect : dialects) {
            Optional<Binding> binding = dialect.bind(series);
            if (binding.isPresent()) {
                return bound(dialect, binding.get(), series);
            }
        }
        return NOTHING;
    }

    private Bound bound(Dialect dialect, Binding binding, Series series) {
        Optional<Bound> also = binding.also()
                .map(other -> bound(dialect, other, series))
                .filter(other -> other.pool().isPresent());
        return new Bound(pool(dialect, binding, series), Optional.of(binding), also);
    }

    private Optional<SeenPool> pool(Dialect dialect, Binding binding, Series series) {
        boolean nameless = binding.pool().isEmpty() && binding.group().isEmpty();
        String name = nameless ? "unnamed" : binding.pool();
        PoolKey key = new PoolKey(dialect.id(), binding.tier(), name, binding.group(), Telling.of(series));
        if (name.isEmpty()) {
            return groups.size() < mostPools || groups.containsKey(key)
                    ? Optional.of(group(key, dialect))
                    : Optional.empty();
        }
        SeenPool pool = pools.get(key);
        if (pool == null) {
            if (pools.size() >= mostPools) {
                return Optional.empty();
            }
            pool = new SeenPool(key, dialect);
            pools.put(key, pool);
            unnamed.add(pool);
        }
        return Optional.of(pool);
    }

    /** Forgets series and pools that are gone, once there are as many of them as there are others. */
    private void makeRoomBefore(MetricsPage page) {
        boolean manyPools = pools.size() > 2 * present.size() + 64 || pools.size() >= mostPools;
        boolean manySeries = known.size() > 2 * page.size() + 1024;
        if (manyPools && look > 0 && pools.size() > present.size()) {
            pools.values().removeIf(pool -> pool.look != look);
            groups.values().removeIf(group -> group.look != look);
            for (SeenPool pool : pools.values()) {
                if (pool.first != null && pool.first.look != look) {
                    pool.first = null;
                }
            }
            manySeries = true;
        }
        if (manySeries) {
            known.clear();
            order = new Series[0];
        }
        if (order.length != page.size()) {
            Series[] newOrder = new Series[page.size()];
            Bound[] newBound = new Bound[page.size()];
            int same = Math.min(order.length, newOrder.length);
            System.arraycopy(order, 0, newOrder, 0, same);
            System.arraycopy(orderBound, 0, newBound, 0, same);
            order = newOrder;
            orderBound = newBound;
        }
    }

    /** What a series is: nothing to us, a number of a pool, or one of a pool for which there is no room. */
    private record Bound(Optional<SeenPool> pool, Optional<Binding> binding, Optional<Bound> also) {}
}
