package io.poolwright.queueing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private record Entry(long at, long order, int subject) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    @Test
    void givesBackWhatAPriorityQueueWould() {
        RandomGenerator random = new RandomStreams(3).stream(0);
        Agenda agenda = new Agenda();
        PriorityQueue<Entry> queue = new PriorityQueue<>();
        for (int order = 1; order < 50_000; order++) {
            // Grows to hundreds and shrinks again, with many equal times.
            boolean add = random.nextInt(1000) < (order / 5000 % 2 == 0 ? 550 : 450);
            if (add || queue.isEmpty()) {
                long at = EventEngine.key(random.nextInt(50));
                agenda.add(at, order, 4, order);
                queue.add(new Entry(at, order, order));
            } else {
                assertThat(agenda.firstTime()).isEqualTo(queue.peek().at());
                assertThat(agenda.firstSubject()).isEqualTo(queue.poll().subject());
                assertThat(agenda.firstKind()).isEqualTo(4);
                agenda.take();
                if (random.nextBoolean()) {
                    agenda.close();
                } else {
                    long at = EventEngine.key(random.nextInt(50));
                    agenda.add(at, order, 4, -order);
                    queue.add(new Entry(at, order, -order));
                }
            }
        }
    }
}
