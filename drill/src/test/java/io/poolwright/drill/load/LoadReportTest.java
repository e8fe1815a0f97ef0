package io.poolwright.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class LoadReportTest {
    private static final Duration LIMIT = Duration.ofMillis(1);

    @Test
    void lagOnTheLimitIsValid() {
        assertThat(report(second(0, 1_000)).valid()).isEqualTo(new Validity.Valid());
    }

    @Test
    void lagOverTheLimitSaysByHowMuch() {
        assertThat(report(second(0, 2_500)).valid())
                .isEqualTo(new Validity.Invalid(
                        "the generator started 1 in 100 arrivals more than 2.50 ms late; limit 1.00 ms"));
    }

    @Test
    void nothingMeasuredIsNotValid() {
        assertThat(report().valid()).isEqualTo(new Validity.Invalid("no request arrived outside the warm-up"));
        assertThat(report().percentile(99)).isEmpty();
    }

    @Test
    void addsSecondsUpAndCarriesWhatWasInFlight() {
        LoadReport report = report(second(0, 10), second(1, 10));

        assertThat(report.offered()).isEqualTo(20);
        assertThat(report.failed()).isEqualTo(Map.of("503", 4L));
        assertThat(report.inFlightBefore() + report.offered())
                .isEqualTo(report.good() + report.late() + report.failures() + report.inFlight());
        assertThat(report.connections()).isEqualTo(new Connections(2, 16, 0));
        assertThat(report.latency().count()).isEqualTo(2);
    }

    @Test
    void failuresCountAsLongAsTheirDeadline() {
        LoadReport report = report(second(0, 1_000)); // one 200 after 1 ms, and two failures

        assertThat(report.percentile(33, 7).orElseThrow()).isEqualTo(0.001);
        assertThat(report.percentile(34, 7).orElseThrow()).isEqualTo(7);
        assertThat(report().percentile(50, 7)).isEmpty();
    }

    private static LoadReport report(LoadSecond... seconds) {
        return LoadReport.of(List.of(seconds), Instant.MIN, Instant.MAX, LIMIT);
    }

    private static LoadSecond second(int number, long lagMicros) {
        Histogram micros = Durations.recorder();
        micros.recordValue(lagMicros);
        Durations one = Durations.of(micros);
        return new LoadSecond(
                Instant.EPOCH.plusSeconds(number),
                Duration.ofSeconds(1),
                false,
                10,
                10,
                6,
                1,
                Map.of("503", 2L),
                3 + number,
                one,
                one,
                one,
                new Connections(1, 8, 0));
    }
}
