package io.poolwright.queueing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private final WaitingLine line = new WaitingLine();

    @Test
    void firstToComeIsFirst() {
        line.join(7);
        line.join(8);

        assertThat(line.first()).isEqualTo(7);
        assertThat(line.first()).isEqualTo(8);
        assertThat(line.first()).isEqualTo(-1);
        assertThat(line.size()).isZero();
    }

    @Test
    void lastToComeIsLast() {
        line.join(7);
        line.join(8);

        assertThat(line.last()).isEqualTo(8);
        assertThat(line.last()).isEqualTo(7);
        assertThat(line.last()).isEqualTo(-1);
    }

    @Test
    void whoHasGoneIsSkippedAtBothEnds() {
        long first = line.join(1);
        line.join(2);
        line.join(3);
        long last = line.join(4);
        line.leave(first);
        line.leave(last);

        assertThat(line.size()).isEqualTo(2);
        assertThat(line.first()).isEqualTo(2);
        assertThat(line.last()).isEqualTo(3);
    }

    /** Everything at random, beside a list. */
    @Test
    void isAListFromWhichAnybodyMayGo() {
        RandomGenerator random = new RandomStreams(11).stream(0);
        List<Integer> list = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (int step = 0; step < 50_000; step++) {
            // Grows past its first size and empties again.
            int joins = step / 5000 % 2 == 0 ? 6 : 3;
            int choice = random.nextInt(10);
            if (choice < joins) {
                places.add(line.join(step));
                list.add(step);
            } else if (choice < 7) {
                assertThat(line.first()).isEqualTo(list.isEmpty() ? -1 : list.remove(0));
                if (!places.isEmpty()) {
                    places.remove(0);
                }
            } else if (choice < 8) {
                assertThat(line.last()).isEqualTo(list.isEmpty() ? -1 : list.remove(list.size() - 1));
                if (!places.isEmpty()) {
                    places.remove(places.size() - 1);
                }
            } else if (!list.isEmpty()) {
                int who = random.nextInt(list.size());
                list.remove(who);
                line.leave(places.remove(who));
            }
            assertThat(line.size()).isEqualTo(list.size());
        }
    }
}
