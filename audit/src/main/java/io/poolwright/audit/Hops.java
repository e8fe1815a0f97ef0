package io.poolwright.audit;

import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proxies in front of a part, found by walking the calls outward. */
public final class Hops {
    private Hops() {}

    /**
     * The backends, routes and clusters that send requests to the program of this part, nearest first and then outward. Each
     * is the part that knows the proxy's {@link Role#RESPONSE_TIMEOUT} for it.
     */
    public static List<Part> inFrontOf(Part part, Stack stack) {
        Set<Part> hops = new LinkedHashSet<>();
        Set<String> walked = new LinkedHashSet<>();
        List<Part> edge = List.of(part);
        while (!edge.isEmpty()) {
            List<Part> next = new ArrayList<>();
            for (Part inner : edge) {
                for (Part hop : adjacent(inner, stack)) {
                    if (walked.add(hop.id())) {
                        hops.add(hop);
                        next.add(hop);
                    }
                }
            }
            edge = next;
        }
        hops.remove(part);
        return List.copyOf(hops);
    }

    /** The same, one step only: the hops that call this part's program directly. */
    public static List<Part> adjacent(Part part, Stack stack) {
        List<Part> family = stack.family(part);
        Set<Part> hops = new LinkedHashSet<>();
        for (Part member : family) {
            for (Part caller : stack.callers(member)) {
                if (!family.contains(caller)) {
                    knowing(Role.RESPONSE_TIMEOUT, caller, stack).ifPresent(hops::add);
                }
            }
        }
        return List.copyOf(hops);
    }

    /** The part itself or the nearest one that it belongs to that plays this role. */
    public static Optional<Part> knowing(Role<?> role, Part part, Stack stack) {
        return part.has(role) ? Optional.of(part) : stack.parent(part).flatMap(parent -> knowing(role, parent, stack));
    }
}
