package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.REQUESTS;
import static io.poolwright.testkit.Signal.RESENT;
import static io.poolwright.testkit.Signal.TRANSACTIONS;
import static io.poolwright.testkit.Signal.USED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrafficSurgeTest {
    private static final Second ILL =
            Second.healthy().with(ARRIVALS, 1300).with(TRANSACTIONS, 1048).with(USED, 20);

    private final Hypothesis hypothesis = new TrafficSurge();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereNoMoreCustomersCome() {
        Judge judge = Judge.of(hypothesis, ILL.with(ARRIVALS, 200));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: 200 first attempts arrive per second, before it were 200 (×1.0, line ×1.5)");
    }

    @Test
    void isClearedWhereTheExcessAreRepeats() {
        Judge judge = Judge.of(hypothesis, ILL.with(REQUESTS, 650).with(RESENT, 550));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: 200 first attempts arrive per second, before it were 200 (×1.0, line ×1.5)");
    }

    @Test
    void cannotTellWhereRepeatsAreNotCounted() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.RESENT));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CANNOT_TELL: how many arrivals are first attempts (http_server_requests_resent_total; not to be told while the balancer turns many away)");
    }

    @ParameterizedTest
    @CsvSource({"300, true", "298, false"})
    void drawsTheLine(double arrivals, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(ARRIVALS, arrivals));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void admitsWhatTheStackHasShown() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("admission rate");
        assertThat(remedy.current()).isEqualTo("1,300/s offered");
        assertThat(remedy.suggested()).isEqualTo("838/s admitted");
        assertThat(remedy.reason())
                .isEqualTo("the stack has shown 1,048/s transactions at most; four fifths of it keep the queue short."
                        + " More capacity: more instances only while database connections are left");
    }
}
