package io.poolwright.audit.capacity;

import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.Comparator;
import java.util.List;

/** Adds up chosen pools or entries of poolers. */
public final class Claims {
    private Claims() {}

    /** The demand of these pools or entries alone, the largest first. */
    public static Demand of(List<Part> callers, Stack stack) {
        List<Claim> claims = callers.stream()
                .map(caller -> Claim.of(caller, stack))
                .sorted(Comparator.comparing(
                        (Claim claim) -> claim.size().isKnown() ? claim.size().get() : -1L, Comparator.reverseOrder()))
                .toList();
        return new Demand(claims, List.of());
    }
}
