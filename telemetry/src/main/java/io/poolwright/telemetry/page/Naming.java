package io.poolwright.telemetry.page;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the pools of one target go by: service and instance are the target's own, the name is the pool's own. Only where
 * one page has two pools of a name do those that came later, or all that came together, carry their labels with it.
 */
final class Naming {
    private static final int LONGEST = 200;

    private final String service;
    private final String instance;

    Naming(String service, String instance) {
        this.service = service;
        this.instance = instance;
    }

    /**
     * Names the new ones.
     *
     * @param all all pools of the target, the new ones among them
     */
    void name(List<SeenPool> unnamed, Collection<SeenPool> all) {
        Map<TierAndName, List<SeenPool>> namesakes = new HashMap<>();
        Set<SeenPool> nameless = Collections.newSetFromMap(new IdentityHashMap<>());
        nameless.addAll(unnamed);
        all.stream().filter(pool -> !nameless.contains(pool)).forEach(pool -> add(namesakes, pool));
        unnamed.forEach(pool -> add(namesakes, pool));
        Set<PoolId> taken = new HashSet<>();
        for (SeenPool pool : all) {
            if (pool.id != null) {
                taken.add(pool.id);
            }
        }
        for (SeenPool pool : unnamed) {
            List<SeenPool> same = namesakes.getOrDefault(TierAndName.of(pool), List.of());
            boolean alone = true;
            for (SeenPool other : same) {
                alone &= other.key.samePool(pool.key);
            }
            pool.first = first(same, pool);
            pool.id = id(pool, shown(alone ? pool.key.name() : told(pool.key)), taken);
        }
    }

    /** The name, or with a number behind it where another pool has it: long names were cut, and may be alike then. */
    private PoolId id(SeenPool pool, String name, Set<PoolId> taken) {
        if (pool.first != null && pool.first.id != null) {
            return pool.first.id;
        }
        PoolId id = new PoolId(service, instance, pool.key.tier(), name);
        for (int number = 2; !taken.add(id); number++) {
            id = new PoolId(service, instance, pool.key.tier(), name + "~" + number);
        }
        return id;
    }

    /** The first to tell the same pool; null when that is the pool itself. */
    private static @Nullable SeenPool first(List<SeenPool> namesakes, SeenPool pool) {
        for (SeenPool other : namesakes) {
            if (other.key.samePool(pool.key)) {
                return other == pool ? null : other;
            }
        }
        return null;
    }

    private static void add(Map<TierAndName, List<SeenPool>> namesakes, SeenPool pool) {
        namesakes.computeIfAbsent(TierAndName.of(pool), it -> new ArrayList<>()).add(pool);
    }

    private static String told(PoolKey key) {
        return key.telling().isEmpty() ? key.name() : "%s (%s)".formatted(key.name(), key.telling());
    }

    /** At most so much of a name, and no letter in it that a terminal would take for a command. */
    private static String shown(String whole) {
        String name = whole.replaceAll("\\p{Cntrl}", "?");
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    private record TierAndName(Tier tier, String name) {
        static TierAndName of(SeenPool pool) {
            return new TierAndName(pool.key.tier(), pool.key.name());
        }
    }
}
