package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PoolWatchTest {
    private static final PoolId POOL = new PoolId("shop", "a:1", Tier.POOL, "orders");
    private static final Instant START = Story.START;

    private static Answer<Reading> borrows(double count) {
        return Answer.of(Reading.of(POOL)
                .set(Signal.USED, 3)
                .set(Signal.BORROWS, count)
                .set(Signal.TIMEOUTS, count)
                .build());
    }

    @Test
    void theFirstLookTellsGaugesOnly() {
        PoolLook look = new PoolWatch(POOL, Expectations.none()).take(START, borrows(900));

        assertThat(look.measures().raw(Measure.USED)).isEqualTo(3);
        assertThat(look.measures().knows(Measure.THROUGHPUT)).isFalse();
    }

    @Test
    void aLookThatIsNotLaterIsRefusedAndChangesNothing() {
        PoolWatch watch = new PoolWatch(POOL, Expectations.none());
        watch.take(START, borrows(0));
        watch.take(START.plusSeconds(1), borrows(10));

        PoolLook same = watch.take(START.plusSeconds(1), borrows(5000));
        PoolLook earlier = watch.take(START, borrows(5000));
        PoolLook next = watch.take(START.plusSeconds(2), borrows(30));

        assertThat(same.measures()).isEqualTo(Measures.nothing());
        assertThat(earlier.measures()).isEqualTo(Measures.nothing());
        assertThat(same.fresh()).isEmpty();
        assertThat(next.measures().raw(Measure.THROUGHPUT)).isEqualTo(20);
        assertThat(watch.refused()).isEqualTo(2);
    }

    @Test
    void afterSilenceARateIsTheMeanOverIt() {
        PoolWatch watch = new PoolWatch(POOL, Expectations.none());
        watch.take(START, borrows(0));
        PoolLook silent = watch.take(START.plusSeconds(1), Answer.silent("no answer"));
        PoolLook back = watch.take(START.plusSeconds(2), borrows(10));

        assertThat(silent.measures()).isEqualTo(Measures.nothing());
        assertThat(back.measures().raw(Measure.THROUGHPUT)).isEqualTo(5);
    }

    @Test
    void twoProcessesThatAnswerByTurnsGiveNoRates() {
        PoolWatch watch = new PoolWatch(POOL, Expectations.none());
        List<PoolLook> looks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            looks.add(watch.take(START.plusSeconds(i), borrows(i % 2 == 0 ? 1e9 + i : 10 + i)));
        }

        assertThat(looks).allMatch(it -> !it.measures().knows(Measure.THROUGHPUT));
        assertThat(looks).allMatch(it -> it.fresh().isEmpty());
    }

    @Test
    void afterARestartRatesComeBack() {
        PoolWatch watch = new PoolWatch(POOL, Expectations.none());
        watch.take(START, borrows(1e6));
        PoolLook anew = watch.take(START.plusSeconds(1), borrows(5));
        PoolLook next = watch.take(START.plusSeconds(2), borrows(12));

        assertThat(anew.measures().knows(Measure.THROUGHPUT)).isFalse();
        assertThat(next.measures().raw(Measure.THROUGHPUT)).isEqualTo(7);
    }

    /** Whatever a source says, in whatever order: no crash, nothing negative, and the same again gives the same. */
    @Property(tries = 300)
    void takesAnythingTheSameWayTwice(@ForAll long seed, @ForAll Tier tier) {
        PoolId pool = new PoolId("shop", "", tier, "x");
        PoolWatch one = new PoolWatch(pool, Expectations.none());
        PoolWatch other = new PoolWatch(pool, Expectations.none());
        Random random = new Random(seed);
        long at = 0;
        for (int i = 0; i < 300; i++) {
            at += random.nextInt(10) == 0 ? random.nextInt(2_000_000) - 500_000 : 1000;
            Answer<Reading> answer = random.nextInt(8) == 0 ? Answer.silent("?") : Answer.of(noise(pool, random));
            Instant when = Instant.ofEpochMilli(at);

            PoolLook look = one.take(when, answer);

            assertThat(other.take(when, answer)).isEqualTo(look);
            for (PoolAlert alert : look.firing()) {
                assertThat(alert.text()).doesNotContain("NaN", "Infinity", "null", "∞");
            }
        }
    }

    private static Reading noise(PoolId pool, Random random) {
        Reading.Builder it = Reading.of(pool);
        double[] values = {
            Double.NaN, -1, 0, 1, 9, 10, 1e15, random.nextInt(100), random.nextInt(100), random.nextDouble()
        };
        for (Signal signal : Signal.values()) {
            it.set(signal, values[random.nextInt(values.length)]).because(signal, "because");
        }
        return it.build();
    }
}
