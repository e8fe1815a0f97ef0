package io.poolwright.watch.eye;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last things that happened, in memory, so that screens need no store; all of them go on to the ledger behind. */
public final class Recent implements Ledger {
    /** Most that are kept. */
    private static final int KEPT = 5_000;

    private final Ledger behind;
    private final Deque<Occurrence> kept = new ArrayDeque<>();

    public Recent(Ledger behind) {
        this.behind = behind;
    }

    @Override
    public void note(Occurrence occurrence) {
        synchronized (kept) {
            kept.addLast(occurrence);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
        behind.note(occurrence);
    }

    /** What happened between two times, both included, oldest first. */
    public List<Occurrence> between(Instant from, Instant to) {
        List<Occurrence> found = new ArrayList<>();
        synchronized (kept) {
            for (Occurrence one : kept) {
                if (!one.at().isBefore(from) && !one.at().isAfter(to)) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
