package io.poolwright.queueing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EventEngineTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private final EventEngine engine = new EventEngine();

    @Test
    void withoutAnythingAnnouncedTimeGoesOnToTheEnd() {
        assertThat(engine.advance(5)).isFalse();
        assertThat(engine.now()).isEqualTo(5);
        assertThat(engine.advance(3)).isFalse();
        assertThat(engine.now()).isEqualTo(5);
        assertThat(engine.happened()).isZero();
    }

    @Test
    void whatIsDueAtTheEndHappensAndWhatIsLaterDoesNot() {
        engine.schedule(2, 7, 1);
        engine.schedule(2.5, 7, 2);

        assertThat(happenings(2)).containsExactly("2.0 7 1");
        assertThat(engine.now()).isEqualTo(2);
        assertThat(happenings(FOREVER)).containsExactly("2.5 7 2");
    }

    @Test
    void tiesHappenInTheOrderOfTheirAnnouncingWhateverTheirSource() {
        int ring = engine.ring(1, 3);
        int timer = engine.timer(2, 20);
        engine.schedule(3, 3, 30);
        engine.start(ring, 10);
        engine.arm(timer, 3);
        engine.schedule(3, 3, 31);
        engine.start(ring, 11);

        assertThat(happenings(FOREVER)).containsExactly("3.0 3 30", "3.0 1 10", "3.0 2 20", "3.0 3 31", "3.0 1 11");
    }

    @Test
    void aTimerThatIsArmedAgainGoesOffOnceAndLater() {
        int timer = engine.timer(1);
        engine.arm(timer, 1);
        engine.arm(timer, 4);

        assertThat(happenings(FOREVER)).containsExactly("4.0 1 -1");
    }

    @Test
    void aTimerThatIsDisarmedStaysSilent() {
        int timer = engine.timer(1);
        engine.arm(timer, 1);
        engine.disarm(timer);
        engine.disarm(timer);

        assertThat(happenings(FOREVER)).isEmpty();
    }

    @Test
    void aTimeThatHasPassedMeansNow() {
        engine.schedule(5, 1, 1);
        engine.advance(FOREVER);
        engine.schedule(2, 1, 2);
        engine.arm(engine.timer(3), 1);

        assertThat(happenings(FOREVER)).containsExactly("5.0 1 2", "5.0 3 -1");
    }

    @Test
    void theFirstOfARingCanBeCancelled() {
        int ring = engine.ring(1, 2);
        long first = engine.start(ring, 1);
        engine.start(ring, 2);
        engine.cancel(first);

        assertThat(happenings(FOREVER)).containsExactly("2.0 1 2");
    }

    @Test
    void whatHasHappenedCanBeCancelledWithoutHarm() {
        int ring = engine.ring(1, 2);
        long first = engine.start(ring, 1);
        engine.advance(FOREVER);
        engine.start(ring, 2);
        engine.cancel(first);
        engine.cancel(EventEngine.NO_TICKET);

        assertThat(happenings(FOREVER)).containsExactly("4.0 1 2");
    }

    @Test
    void aTicketOfOneRingDoesNotCancelInAnother() {
        int ring = engine.ring(1, 2);
        int other = engine.ring(2, 2);
        engine.start(ring, 1);
        engine.cancel(engine.start(other, 5));

        assertThat(happenings(FOREVER)).containsExactly("2.0 1 1");
    }

    @Test
    void aRingKeepsItsOrderWhileItGrows() {
        int ring = engine.ring(1, 1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            engine.start(ring, i);
        }
        for (int i = 0; i < 7; i++) {
            engine.advance(FOREVER);
        }
        for (int i = 7; i < 10; i++) {
            expected.add("1.0 1 " + i);
        }
        for (int i = 10; i < 100; i++) {
            engine.start(ring, i);
            expected.add("2.0 1 " + i);
        }

        assertThat(happenings(FOREVER)).isEqualTo(expected);
    }

    @Test
    void refusesARingWithoutADelay() {
        assertThatThrownBy(() -> engine.ring(1, Double.NaN))
                .hasMessage("delay must be a finite number, 0 or more, was NaN");
        assertThatThrownBy(() -> engine.ring(1, FOREVER)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every operation at random, beside an engine that looks through a list. */
    @Test
    void happensAsInAListThatIsSearched() {
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = new RandomStreams(seed).stream(0);
            EventEngine ours = new EventEngine();
            ListEngine list = new ListEngine();
            int sources = 1 + random.nextInt(20);
            List<Integer> rings = new ArrayList<>();
            List<Integer> timers = new ArrayList<>();
            for (int i = 0; i < sources; i++) {
                rings.add(ours.ring(i, i % 4));
                timers.add(ours.timer(100 + i, i));
            }
            List<Long> tickets = new ArrayList<>();
            List<ListEngine.Event> announced = new ArrayList<>();
            for (int step = 0; step < 400; step++) {
                int i = random.nextInt(sources);
                double at = ours.now() + random.nextInt(6) - 1;
                switch (random.nextInt(6)) {
                    case 0 -> {
                        ours.schedule(at, 200, step);
                        list.announce(at, 200, step);
                    }
                    case 1 -> {
                        ours.arm(timers.get(i), at);
                        list.remove(100 + i);
                        list.announce(at, 100 + i, i);
                    }
                    case 2 -> {
                        tickets.add(ours.start(rings.get(i), step));
                        announced.add(list.announce(list.now + i % 4, i, step));
                    }
                    case 3 -> {
                        if (!tickets.isEmpty()) {
                            int victim = random.nextInt(tickets.size());
                            ours.cancel(tickets.get(victim));
                            list.events.remove(announced.get(victim));
                        }
                    }
                    case 4 -> {
                        ours.disarm(timers.get(i));
                        list.remove(100 + i);
                    }
                    default -> {
                        double until = ours.now() + random.nextInt(4);
                        assertThat(ours.advance(until)).isEqualTo(list.advance(until));
                        assertThat(ours.now()).isEqualTo(list.now);
                        if (list.last != null) {
                            assertThat(ours.kind()).isEqualTo(list.last.kind());
                            assertThat(ours.subject()).isEqualTo(list.last.subject());
                        }
                    }
                }
            }
        }
    }

    @Test
    void anEventAllocatesNothing() {
        TwoServers servers = new TwoServers(1);
        servers.run(20_000); // arrays grow, code is compiled
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        servers.run(100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(servers.engine.happened()).isGreaterThan(200_000);
        assertThat(allocated).isLessThan(1000);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        TwoServers one = new TwoServers(7);
        TwoServers again = new TwoServers(7);
        TwoServers other = new TwoServers(8);
        one.run(10_000);
        again.run(10_000);
        other.run(10_000);

        assertThat(one.engine.now()).isEqualTo(again.engine.now());
        assertThat(one.timeouts).isEqualTo(again.timeouts).isPositive();
        assertThat(one.engine.now()).isNotEqualTo(other.engine.now());
    }

    private List<String> happenings(double until) {
        List<String> seen = new ArrayList<>();
        while (engine.advance(until)) {
            seen.add(engine.now() + " " + engine.kind() + " " + engine.subject());
        }
        return seen;
    }

    /** Timers, a ring that is cancelled, and the agenda, all at work. */
    private static final class TwoServers {
        final EventEngine engine = new EventEngine();
        private final RandomGenerator random;
        private final int arrivals = engine.timer(0);
        private final int patience = engine.ring(1, 2);
        private final WaitingLine line = new WaitingLine();
        private final long[] tickets = new long[1024];
        private final long[] places = new long[1024];
        private int busy;
        private int next;
        long timeouts;

        TwoServers(long seed) {
            random = new RandomStreams(seed).stream(0);
            engine.arm(arrivals, 0);
        }

        void run(int customers) {
            for (int left = customers; left > 0; ) {
                engine.advance(FOREVER);
                if (engine.kind() == 0) {
                    left--;
                    engine.arm(arrivals, engine.now() + random.nextExponential() / 1.8);
                    int who = next++ & 1023;
                    if (busy < 2) {
                        busy++;
                        engine.schedule(engine.now() + random.nextExponential(), 2, who);
                    } else {
                        places[who] = line.join(who);
                        tickets[who] = engine.start(patience, who);
                    }
                } else if (engine.kind() == 1) {
                    timeouts++;
                    line.leave(places[engine.subject()]);
                } else {
                    int who = line.first();
                    if (who < 0) {
                        busy--;
                    } else {
                        engine.cancel(tickets[who]);
                        engine.schedule(engine.now() + random.nextExponential(), 2, who);
                    }
                }
            }
        }
    }
}
