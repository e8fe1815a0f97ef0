package io.poolwright.drill.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.balancer.SlotQueue.Granted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlotQueueTest {
    private final SlotQueue<Integer> queue = new SlotQueue<>();

    @Test
    void serversTakeTurnsUntilTheirSlotsAreUsed() {
        queue.set("a", 1, true);
        queue.set("b", 2, true);

        assertThat(queue.take(1)).contains("a");
        assertThat(queue.take(2)).contains("b");
        assertThat(queue.take(3)).contains("b");
        assertThat(queue.take(4)).isEmpty();
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void firstInLineGetsTheSlotThatFallsFree() {
        queue.set("a", 1, true);
        queue.take(1);
        queue.take(2);
        queue.take(3);

        assertThat(queue.free("a")).containsExactly(new Granted<>(2, "a"));
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void whoeverLeftTheLineGetsNothing() {
        queue.set("a", 1, true);
        queue.take(1);
        queue.take(2);

        assertThat(queue.leave(2)).isTrue();
        assertThat(queue.leave(2)).isFalse();
        assertThat(queue.free("a")).isEmpty();
        assertThat(queue.used("a")).isZero();
    }

    @Test
    void raisedLimitServesThoseWhoWaitAtOnce() {
        queue.set("a", 1, true);
        queue.take(1);
        queue.take(2);
        queue.take(3);
        queue.take(4);

        assertThat(queue.set("a", 3, true)).containsExactly(new Granted<>(2, "a"), new Granted<>(3, "a"));
    }

    @Test
    void loweredLimitLetsThoseInsideFinish() {
        queue.set("a", 3, true);
        queue.take(1);
        queue.take(2);
        queue.take(3);

        queue.set("a", 2, true);
        queue.take(4);

        assertThat(queue.free("a")).isEmpty();
        assertThat(queue.free("a")).containsExactly(new Granted<>(4, "a"));
    }

    @Test
    void serverThatIsNotReadyGetsNobody() {
        queue.set("a", 1, false);

        assertThat(queue.take(1)).isEmpty();
        assertThat(queue.set("a", 1, true)).containsExactly(new Granted<>(1, "a"));
    }

    @Property
    void neverMoreThanTheLimitAndNobodyWaitsBesideAFreeSlot(
            @ForAll @IntRange(min = 1, max = 4) int max, @ForAll List<Boolean> arrivals) {
        SlotQueue<Integer> any = new SlotQueue<>();
        any.set("a", max, true);
        any.set("b", max, true);
        Deque<String> inside = new ArrayDeque<>();
        List<Integer> served = new ArrayList<>();
        int next = 0;
        for (boolean arrives : arrivals) {
            if (arrives) {
                int request = next++;
                Optional<String> server = any.take(request);
                server.ifPresent(name -> {
                    inside.add(name);
                    served.add(request);
                });
            } else if (!inside.isEmpty()) {
                for (Granted<Integer> granted : any.free(inside.remove())) {
                    inside.add(granted.server());
                    served.add(granted.request());
                }
            }
            assertThat(any.used("a") + any.used("b")).isEqualTo(inside.size());
            assertThat(any.used("a")).isBetween(0, max);
            assertThat(any.used("b")).isBetween(0, max);
            assertThat(any.waiting() == 0 || inside.size() == 2 * max).isTrue();
        }
        assertThat(served).isSorted();
    }
}
