package io.poolwright.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The books against a server known exactly: 200 ms deaf in every 2 s, otherwise instant.
 *
 * <p>One arrival in ten falls into a stall and waits U(0, 200) ms for its end, so p95 = 100, p99 = 180, p99.9 = 198 ms.
 */
final class StallOracleTest {
    private static final long STALL = 200_000_000;
    private static final long PERIOD = 2_000_000_000;

    @ParameterizedTest(name = "{0} at {1}/s")
    @CsvSource({"CONSTANT, 1000", "CONSTANT, 1370", "POISSON, 1000", "POISSON, 5000"})
    void booksShowTheWholeStall(Arrivals arrivals, double perSecond) {
        AtomicLong now = new AtomicLong();
        Ledger ledger = new Ledger(now::get, Duration.ofMillis(150).toNanos());
        ArrivalClock clock = new ArrivalClock(arrivals, 42, perSecond);
        long end = 200 * PERIOD;
        for (; clock.next() < end; clock.advance()) {
            long intended = clock.next();
            now.set(intended);
            ledger.offered(intended);
            now.set(intended + Math.max(0, STALL - intended % PERIOD));
            ledger.succeeded(intended);
        }

        now.set(end);
        RunClock wall = new RunClock(Instant.EPOCH, 0);
        LoadSecond books = ledger.turn().second(wall, Duration.ZERO);
        LoadReport report = LoadReport.of(List.of(books), Instant.MIN, Instant.MAX, Duration.ofMillis(1));

        assertThat(report.percentile(95).orElseThrow()).isCloseTo(0.100, within(0.003));
        assertThat(report.percentile(99).orElseThrow()).isCloseTo(0.180, within(0.002));
        assertThat(report.percentile(99.9).orElseThrow()).isCloseTo(0.198, within(0.001));
        assertThat((double) report.late() / report.offered()).isCloseTo(0.025, within(0.001)); // 50 ms of 2 s
        assertThat(report.offered()).isEqualTo(report.good() + report.late());
        assertThat(report.inFlight()).isZero();
        assertThat(report.valid()).isEqualTo(new Validity.Valid());
    }
}
