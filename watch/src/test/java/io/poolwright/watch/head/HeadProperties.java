package io.poolwright.watch.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The head beside a plain list. */
final class HeadProperties {
    private static final PoolId POOL = new PoolId("shop", "", Tier.POOL, "main");
    private static final HeadLimits SMALL = new HeadLimits(10, Duration.ofDays(10_000), Duration.ofSeconds(30), 7);

    /** A step of time (ms) and what changes with it. */
    record Look(long step, double[] values) {}

    @Property(tries = 300)
    void itGivesBackWhatAListWouldHaveKept(@ForAll("looks") List<Look> looks, @ForAll("cuts") long cut) {
        Head head = new Head(SMALL);
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        long at = 1_700_000_000_000L;
        for (Look look : looks) {
            at += look.step();
            boolean later = times.isEmpty() || at > times.get(times.size() - 1);
            Accepted became = head.append(POOL, Instant.ofEpochMilli(at), Measures.owning(look.values()));
            assertThat(became).isEqualTo(later ? Accepted.KEPT : Accepted.LATE);
            if (later) {
                times.add(at);
                rows.add(look.values());
            } else {
                at -= look.step();
            }
        }
        long from = times.isEmpty() ? 0 : times.get(0) + cut;
        Range range = head.range(POOL, Instant.ofEpochMilli(from), Instant.ofEpochMilli(at));
        List<double[]> expected = new ArrayList<>();
        List<Long> expectedTimes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (times.get(i) >= from) {
                expected.add(rows.get(i));
                expectedTimes.add(times.get(i));
            }
        }
        assertThat(range.atMillis()).containsExactly(expectedTimes.toArray(Long[]::new));
        for (Measure measure : Measure.values()) {
            double[] column = range.column(measure);
            for (int i = 0; i < column.length; i++) {
                long kept = Kept.bits(expected.get(i)[measure.ordinal()]);
                assertThat(Double.doubleToRawLongBits(column[i])).isEqualTo(kept);
            }
        }
    }

    @Property
    void aKeptNumberIsWithinSevenDigits(@ForAll double value) {
        double kept = Double.longBitsToDouble(Kept.bits(value));
        assertThat(Math.abs(kept - value)).isLessThanOrEqualTo(Math.abs(value) / (1 << 23) + Double.MIN_NORMAL);
    }

    @Property
    void anyStepOfTimeIsReadAsItWasWritten(@ForAll List<Long> differences) {
        BitSink sink = new BitSink();
        differences.forEach(difference -> Times.write(sink, difference));
        BitSource source = new BitSource(sink.copy());
        for (long difference : differences) {
            assertThat(Times.read(source)).isEqualTo(difference);
        }
    }

    @Property
    void anyBitsAreReadAsTheyWereWritten(@ForAll List<Long> values) {
        BitSink sink = new BitSink();
        Columns written = new Columns();
        values.forEach(value -> written.write(sink, 3, value));
        BitSource source = new BitSource(sink.copy());
        Columns read = new Columns();
        for (long value : values) {
            read.read(source, 3);
            assertThat(read.value(3)).isEqualTo(value);
        }
    }

    @Provide
    Arbitrary<Long> cuts() {
        return Arbitraries.longs().between(-10, 100_000);
    }

    @Provide
    Arbitrary<List<Look>> looks() {
        Arbitrary<Long> steps = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just(1000L)),
                Tuple.of(20, Arbitraries.longs().between(900, 1100)),
                Tuple.of(2, Arbitraries.longs().between(-5000, 0)),
                Tuple.of(2, Arbitraries.longs().between(1, 10_000_000)),
                Tuple.of(1, Arbitraries.longs().between(1, 100_000_000_000L)));
        Arbitrary<Double> values = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.integers().between(0, 50).map(Integer::doubleValue)),
                Tuple.of(5, Arbitraries.doubles().between(0, 10)),
                Tuple.of(3, Arbitraries.just(Double.NaN)),
                Tuple.of(1, Arbitraries.just(-0.0)),
                Tuple.of(1, Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)),
                Tuple.of(1, Arbitraries.doubles()));
        Arbitrary<double[]> rows = values.array(double[].class).ofSize(Measures.COUNT);
        return Combinators.combine(steps, rows).as(Look::new).list().ofMaxSize(80);
    }
}
