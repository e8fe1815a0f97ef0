package io.poolwright.watch.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HeadTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final PoolId POOL = pool("main");

    private final Head head = new Head(new HeadLimits(2, Duration.ofMinutes(15), Duration.ofMinutes(2), 600));

    @Test
    void aPoolThatNobodySawIsNotThere() {
        assertThat(head.latest(POOL)).isEmpty();
        assertThat(head.latest()).isEmpty();
        assertThat(head.range(POOL, START, START.plusSeconds(10)).size()).isZero();
    }

    @Test
    void theLatestLookIsGivenAsItWasTaken() {
        head.append(POOL, START, used(1.0 / 3));

        assertThat(head.latest(POOL)).contains(new Point(POOL, START, used(1.0 / 3)));
        assertThat(head.latest()).containsExactly(new Point(POOL, START, used(1.0 / 3)));
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        head.append(POOL, START, Measures.nothing());

        Range range = head.range(POOL, START, START);
        assertThat(range.size()).isEqualTo(1);
        assertThat(range.column(Measure.USED)).containsExactly(Double.NaN);
    }

    @Test
    void anInfiniteMeasureIsUnknown() {
        head.append(POOL, START, used(Double.POSITIVE_INFINITY));

        assertThat(head.range(POOL, START, START).column(Measure.USED)).containsExactly(Double.NaN);
    }

    @Test
    void bothEndsOfARangeAreIncluded() {
        fill(0, 10);

        Range range = head.range(POOL, START.plusSeconds(3), START.plusSeconds(5));
        assertThat(range.column(Measure.USED)).containsExactly(3, 4, 5);
        assertThat(range.atMillis()[0]).isEqualTo(START.plusSeconds(3).toEpochMilli());
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsEmpty() {
        fill(0, 10);

        assertThat(head.range(POOL, START.plusSeconds(5), START.plusSeconds(3)).size())
                .isZero();
        assertThat(head.range(POOL, Instant.MAX, Instant.MIN).size()).isZero();
        assertThat(head.range(POOL, Instant.MIN, Instant.MAX).size()).isEqualTo(10);
    }

    @Test
    void aQuarterOfAnHourIsThereAndAtMostOneBlockMore() {
        fill(0, 3600);

        Range range = head.range(POOL, Instant.MIN, Instant.MAX);
        assertThat(range.size()).isBetween(15 * 60, 17 * 60 + 1);
        assertThat(range.column(Measure.USED)[range.size() - 1]).isEqualTo(3599);
    }

    @Test
    void aLookThatIsNotLaterIsDroppedAndCounted() {
        fill(0, 2);

        assertThat(head.append(POOL, START.plusSeconds(1), used(9))).isEqualTo(Accepted.LATE);
        assertThat(head.append(POOL, START, used(9))).isEqualTo(Accepted.LATE);
        assertThat(head.append(POOL, START.plusSeconds(1).plusMillis(1), used(7)))
                .isEqualTo(Accepted.KEPT);

        assertThat(head.health().late()).isEqualTo(2);
        assertThat(head.health().points()).isEqualTo(3);
        assertThat(head.range(POOL, START, START.plusSeconds(9)).column(Measure.USED))
                .containsExactly(0, 1, 7);
    }

    @Test
    void aClockThatWasSetBackIsBelievedAfterAWhile() {
        fill(3600, 3610);

        fill(0, Track.CLOCK_WAS_SET_BACK - 1);
        assertThat(head.latest(POOL).orElseThrow().at()).isEqualTo(START.plusSeconds(3609));

        fill(Track.CLOCK_WAS_SET_BACK - 1, Track.CLOCK_WAS_SET_BACK + 5);
        assertThat(head.latest(POOL).orElseThrow().at()).isEqualTo(START.plusSeconds(Track.CLOCK_WAS_SET_BACK + 4));
        assertThat(head.range(POOL, START, Instant.MAX).size()).isEqualTo(6);
    }

    @Test
    void aFewLateLooksNowAndThenAreNotAClockThatWasSetBack() {
        for (int i = 0; i < 100; i++) {
            head.append(POOL, START.plusSeconds(i), used(i));
            head.append(POOL, START.plusSeconds(i - 5), used(i));
        }

        assertThat(head.health().late()).isEqualTo(100);
        assertThat(head.range(POOL, START, Instant.MAX).size()).isEqualTo(100);
    }

    @Test
    void aPoolTooManyIsRefusedAndNamed() {
        head.append(pool("a"), START, used(1));
        head.append(pool("b"), START, used(1));

        assertThat(head.append(pool("c"), START, used(1))).isEqualTo(Accepted.FULL);

        assertThat(head.append(pool("b"), START.plusSeconds(1), used(2))).isEqualTo(Accepted.KEPT);
        assertThat(head.health().refused()).isEqualTo(1);
        assertThat(head.health().lastRefused()).isEqualTo("shop/pool/c");
        assertThat(head.health().pools()).isEqualTo(2);
    }

    @Test
    void aForgottenPoolMakesRoom() {
        head.append(pool("a"), START, used(1));
        head.append(pool("b"), START, used(1));
        head.forget(pool("a"));

        assertThat(head.append(pool("c"), START, used(1))).isEqualTo(Accepted.KEPT);
        assertThat(head.latest(pool("a"))).isEmpty();
    }

    @Test
    void poolsThatNobodySeesAnyMoreAreForgotten() {
        head.append(pool("a"), START, used(1));
        head.append(pool("b"), START.plusSeconds(1), used(1));

        assertThat(head.forgetSilentSince(START.plusSeconds(1))).containsExactly(pool("a"));
        assertThat(head.latest()).extracting(Point::pool).containsExactly(pool("b"));
    }

    @Test
    void anIdlePoolTakesNextToNothing() {
        for (int i = 0; i < 900; i++) {
            head.append(POOL, START.plusSeconds(i), used(0));
        }

        assertThat(head.health().bytes()).isLessThan(2500);
    }

    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            head.append(POOL, START.plusSeconds(i), used(i));
        }
    }

    private static PoolId pool(String name) {
        return new PoolId("shop", "", Tier.POOL, name);
    }

    private static Measures used(double value) {
        double[] values = Measures.unknown();
        values[Measure.USED.ordinal()] = value;
        return Measures.owning(values);
    }
}
