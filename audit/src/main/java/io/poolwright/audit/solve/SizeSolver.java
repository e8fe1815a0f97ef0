package io.poolwright.audit.solve;

import io.poolwright.audit.Say;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Solves the sizes of the pools that reach one database without a pooler in between. */
final class SizeSolver {
    private static final double SHARE = 0.9;

    private final Stack stack;
    private final List<String> open;

    SizeSolver(Stack stack, List<String> open) {
        this.stack = stack;
        this.open = open;
    }

    List<Step> solve(Part database) {
        List<Part> pools = stack.callers(database).stream()
                .filter(part -> part.kind() == Kind.POOL)
                .toList();
        if (pools.isEmpty()) {
            return List.of();
        }
        Setting<Long> accepted = database.role(Role.DB_MAX_CONNECTIONS);
        if (!accepted.isKnown()) {
            open.add("the connections that %s accepts".formatted(database));
            return List.of();
        }
        long reserved = database.has(Role.DB_RESERVED)
                        && database.role(Role.DB_RESERVED).isKnown()
                ? database.role(Role.DB_RESERVED).get()
                : 0;
        long usable = accepted.get() - reserved;
        long copies = 0;
        long demand = 0;
        for (Part pool : pools) {
            Optional<Long> running = copies(pool);
            if (running.isEmpty() || !pool.role(Role.POOL_MAX).isKnown()) {
                open.add(
                        running.isEmpty()
                                ? "how many copies of %s run".formatted(pool)
                                : "the maximum of %s".formatted(pool));
                return List.of();
            }
            copies += running.get();
            demand += running.get() * pool.role(Role.POOL_MAX).get();
        }
        return steps(pools, usable, copies, demand);
    }

    private static List<Step> steps(List<Part> pools, long usable, long copies, long demand) {
        long each = Math.max(1, (long) (SHARE * usable / Math.max(1, copies)));
        List<Step> steps = new ArrayList<>();
        for (Part pool : pools) {
            Setting<Long> max = pool.role(Role.POOL_MAX);
            boolean stays = demand <= SHARE * usable || max.get() <= each;
            String fresh = Say.count(stays ? max.get() : each);
            steps.add(new Step(
                    pool,
                    max,
                    fresh,
                    stays || !max.isDeclared() ? Optional.empty() : Optional.of(String.valueOf(each)),
                    stays,
                    "0.9 × %d usable slots ÷ %d copies; all full they hold %d".formatted(usable, copies, demand)));
        }
        return steps;
    }

    /** Copies of a pool at most, a rolling update included. */
    private Optional<Long> copies(Part pool) {
        Optional<Part> service = stack.service(pool);
        if (service.isEmpty()) {
            return Optional.empty();
        }
        Part unit = service.get();
        Role<Long> most =
                unit.has(Role.MAX_REPLICAS) && unit.role(Role.MAX_REPLICAS).isKnown()
                        ? Role.MAX_REPLICAS
                        : Role.REPLICAS;
        if (!unit.role(most).isKnown()) {
            return Optional.empty();
        }
        long surge = unit.has(Role.SURGE) && unit.role(Role.SURGE).isKnown()
                ? unit.role(Role.SURGE).get()
                : 0;
        return Optional.of(unit.role(most).get() + surge);
    }
}
