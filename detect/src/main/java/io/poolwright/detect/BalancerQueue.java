package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Requests wait at the load balancer for a free server slot: two or more on the mean of three looks, in at least two.
 *
 * <p>Server slots, not backend sessions against {@code fullconn}, which limits nothing.
 */
public final class BalancerQueue implements Detector {
    static final double LINE = 2;
    static final int SPAN = 3;

    @Override
    public String id() {
        return "balancer-queue";
    }

    @Override
    public String title() {
        return "Requests queue at the load balancer";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        Window span = seen.last(SPAN);
        OptionalDouble queue = span.mean(Figures.WAITING_AT_EDGE);
        OptionalDouble used = seen.latest(Figures.SLOTS_USED);
        if (queue.isEmpty()
                || used.isEmpty()
                || queue.getAsDouble() < LINE
                || span.count(Figures.WAITING_AT_EDGE, q -> q >= 1) < 2) {
            return Optional.empty();
        }
        return Optional.of(
                "%s requests wait at the load balancer for a server slot (%s of %s in use): users wait before the application sees them"
                        .formatted(
                                Say.number(queue.getAsDouble()),
                                Say.number(used.getAsDouble()),
                                Say.number(seen.latest(Figures.SLOTS))));
    }
}
