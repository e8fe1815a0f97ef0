package io.poolwright.audit.picture;

import io.poolwright.audit.Hops;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all copies of all programs together can hold open at one database, against what it has.
 *
 * @param database for people
 * @param accepted connections in all
 * @param reserved of those, kept for administrators
 */
public record FleetBudget(
        String environment, String database, Optional<Long> accepted, Optional<Long> reserved, List<Claim> claims) {
    public FleetBudget {
        claims = List.copyOf(claims);
    }

    /**
     * What one pool can take.
     *
     * @param copies most copies that run at the same time, an update aside
     * @param surge copies that an update may add
     * @param each connections of one copy
     * @param place where the size is written, or why it is not known
     */
    public record Claim(String pool, Optional<Long> copies, Optional<Long> surge, Optional<Long> each, String place) {

        /** Copies, those of an update included, times size; empty when a factor is not known. An unknown surge is left out. */
        public Optional<Long> most() {
            return copies.flatMap(count -> each.filter(size -> size != Bound.UNLIMITED && count != Bound.UNLIMITED)
                    .map(size -> (count + surge.orElse(0L)) * size));
        }
    }

    /** Slots that a program can have. */
    public Optional<Long> usable() {
        return accepted.flatMap(all -> reserved.map(kept -> all - kept));
    }

    /** What is known of the sum. */
    public long claimed() {
        return claims.stream().mapToLong(claim -> claim.most().orElse(0L)).sum();
    }

    /** Whether every claim is known. */
    public boolean isComplete() {
        return claims.stream().allMatch(claim -> claim.most().isPresent());
    }

    /** Slots left, negative when there are too few; empty when the slots are not known. */
    public Optional<Long> left() {
        return usable().map(slots -> slots - claimed());
    }

    /** The budgets of a stack, one for each database that somebody calls. */
    public static List<FleetBudget> of(Stack stack) {
        List<FleetBudget> budgets = new ArrayList<>();
        stack.all(Kind.DATABASE).forEach(database -> {
            List<Claim> claims = callers(database, stack).stream()
                    .filter(caller -> caller.has(Role.POOL_MAX) || caller.has(Role.SERVER_POOL))
                    .map(caller -> claim(caller, stack))
                    .toList();
            if (!claims.isEmpty()) {
                budgets.add(new FleetBudget(
                        stack.environment(),
                        "%s %s".formatted(database.product(), database),
                        count(database, Role.DB_MAX_CONNECTIONS),
                        reserved(database),
                        claims));
            }
        });
        return budgets;
    }

    /** A driver's call is its pool's; a pooler's entry may leave the size to the pooler. */
    private static Set<Part> callers(Part database, Stack stack) {
        Set<Part> callers = new LinkedHashSet<>();
        for (Part caller : stack.callers(database)) {
            Role<Long> role = caller.kind() == Kind.POOLER_DATABASE ? Role.SERVER_POOL : Role.POOL_MAX;
            Hops.knowing(role, caller, stack).ifPresent(callers::add);
        }
        return callers;
    }

    private static Claim claim(Part caller, Stack stack) {
        Role<Long> size = caller.has(Role.POOL_MAX) ? Role.POOL_MAX : Role.SERVER_POOL;
        Optional<Part> service = stack.service(caller);
        Optional<Long> replicas = service.flatMap(unit -> count(unit, Role.REPLICAS));
        Optional<Long> most = service.flatMap(unit -> count(unit, Role.MAX_REPLICAS));
        return new Claim(
                "%s %s".formatted(caller.product(), caller),
                most.isPresent() && (replicas.isEmpty() || most.get() > replicas.get()) ? most : replicas,
                service.flatMap(unit -> count(unit, Role.SURGE)),
                count(caller, size),
                caller.role(size).source());
    }

    private static Optional<Long> reserved(Part database) {
        return database.has(Role.DB_RESERVED) ? count(database, Role.DB_RESERVED) : Optional.of(0L);
    }

    private static Optional<Long> count(Part part, Role<Long> role) {
        return part.role(role).isKnown() ? Optional.of(part.role(role).get()) : Optional.empty();
    }
}
