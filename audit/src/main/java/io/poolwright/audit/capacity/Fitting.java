package io.poolwright.audit.capacity;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Say;
import io.poolwright.model.stack.Bound;
import java.util.ArrayList;
import java.util.List;

/**
 * Pool sizes that fit a database: every pool is cut in the same proportion until the worst case takes 90 % of the slots.
 *
 * <p>The 90 % leave room for administrators, migrations and a restart that overlaps; a starting value.
 */
public final class Fitting {
    private static final double SHARE = 0.9;

    private Fitting() {}

    /**
     * The cure in a sentence; also suggests the edits.
     *
     * @param total what the pools come to in the worst case
     * @param usable slots that they share
     */
    public static String cure(Demand demand, long total, long usable, Evidence evidence) {
        List<String> sizes = new ArrayList<>();
        for (Claim claim : demand.claims()) {
            if (claim.size().isKnown() && !claim.isPooled()) {
                long old = claim.size().get();
                long fresh = total == Bound.UNLIMITED
                        ? share(usable, demand)
                        : Math.max(1, (long) Math.floor(old * (SHARE * usable / total)));
                if (fresh < old) {
                    evidence.change(claim.size(), String.valueOf(fresh));
                    sizes.add("%s of '%s' %s → %s"
                            .formatted(claim.size().name(), claim.caller().name(), Say.count(old), Say.count(fresh)));
                }
            }
        }
        String room = "0.9 × %s slots shared by %s".formatted(Say.count(usable), Say.count(total));
        return sizes.isEmpty()
                ? "lower the pools, or raise max_connections above %s".formatted(Say.count(total))
                : "%s (%s); or a pooler in transaction mode".formatted(String.join(", ", sizes), room);
    }

    private static long share(long usable, Demand demand) {
        return Math.max(1, (long)
                Math.floor(SHARE * usable / Math.max(1, demand.claims().size())));
    }
}
