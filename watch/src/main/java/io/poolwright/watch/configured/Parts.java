package io.poolwright.watch.configured;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which part of the configuration describes which pool. A pool that two parts may describe is described by none. */
public final class Parts {
    private static final Parts NONE = new Parts(Map.of());

    private final Map<Place, List<Part>> byPlace;

    private record Place(String service, Tier tier, String instance, String name) {}

    private Parts(Map<Place, List<Part>> byPlace) {
        this.byPlace = byPlace;
    }

    static Parts none() {
        return NONE;
    }

    static Parts of(Stack stack, Services services) {
        Map<Place, List<Part>> places = new HashMap<>();
        stack.all(Kind.POOL).forEach(pool -> {
            add(places, services.of(pool), Tier.POOL, services.instance(pool), poolName(pool), pool);
            add(places, services.of(pool), Tier.POOL, services.instance(pool), "", pool);
            add(places, services.of(pool), Tier.POOL, "", "", pool);
        });
        stack.all(Kind.BACKEND).forEach(backend -> add(places, "", Tier.SERVER, "", backend.name(), backend));
        stack.all(Kind.SERVER).forEach(server -> stack.parent(server)
                .ifPresent(backend -> add(places, "", Tier.SERVER, "", backend.name() + "/" + server.name(), server)));
        stack.all(Kind.FRONTEND).forEach(front -> add(places, "", Tier.FRONTEND, "", front.name(), front));
        stack.all(Kind.FPM_POOL).forEach(pool -> add(places, "", Tier.WORKERS, "", pool.name(), pool));
        stack.all(Kind.POOLER).forEach(pooler -> add(places, "", Tier.POOLER, "", "", pooler));
        stack.all(Kind.DATABASE).forEach(database -> add(places, "", Tier.DATABASE, "", "", database));
        stack.all(Kind.APP_SERVER)
                .forEach(server ->
                        add(places, services.of(server), Tier.WORKERS, services.instance(server), "", server));
        return new Parts(places);
    }

    /** The name under which the pool shows itself, when somebody gave it one. */
    private static String poolName(Part pool) {
        return pool.isDeclared("poolName") ? pool.text("poolName").get() : pool.name();
    }

    Optional<Part> of(PoolId pool) {
        return of(pool.service(), pool.tier(), pool.instance(), pool.name());
    }

    Optional<Part> of(String service, Tier tier, String instance, String name) {
        if (byPlace.isEmpty()) {
            return Optional.empty();
        }
        for (Place place : List.of(
                new Place(service, tier, instance, name),
                new Place(service, tier, instance, ""),
                new Place(service, tier, "", ""),
                new Place("", tier, "", name),
                new Place("", tier, "", ""))) {
            List<Part> found = byPlace.getOrDefault(place, List.of());
            if (found.size() == 1) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    private static void add(
            Map<Place, List<Part>> places, String service, Tier tier, String instance, String name, Part part) {
        places.computeIfAbsent(new Place(service, tier, instance, name), place -> new ArrayList<>())
                .add(part);
    }
}
