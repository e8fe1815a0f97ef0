package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.REQUESTS;
import static io.poolwright.testkit.Signal.RESENT;
import static io.poolwright.testkit.Signal.TIMEOUTS;
import static io.poolwright.testkit.Signal.WAITS;
import static io.poolwright.testkit.Signal.WAIT_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryStormTest {
    private static final Second ILL = Second.healthy()
            .with(ARRIVALS, 1200)
            .with(RESENT, 500)
            .with(TIMEOUTS, 400)
            .with(WAITS, 450)
            .with(WAIT_TIME, 0.2)
            .declaring(Second.HIKARI + "connection-timeout", "250");

    private final Hypothesis hypothesis = new RetryStorm();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereAttemptsAreFirstOnes() {
        Judge judge = Judge.of(hypothesis, ILL.with(RESENT, 0));

        assertThat(judge.verdict()).isEqualTo("CLEARED: 1 attempts arrive for each first one (line 1.5)");
    }

    @Test
    void isClearedWhereNobodyGivesUp() {
        Judge judge = Judge.of(hypothesis, ILL.with(TIMEOUTS, 0));

        assertThat(judge.verdict()).isEqualTo("CLEARED: 0/s callers give up waiting for a connection (line 5/s)");
    }

    @Test
    void cannotTellWhereRepeatsAreNotCounted() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.RESENT));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: repeated attempts among the arrivals (http_server_requests_resent_total)");
    }

    @ParameterizedTest
    @CsvSource({"300, 51, true", "300, 49, false"})
    void drawsTheLine(double arrivals, double resentToEach, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(REQUESTS, arrivals / 2).with(RESENT, resentToEach));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void letsCallersWaitInLine() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("connectionTimeout");
        assertThat(remedy.current()).isEqualTo("250 ms");
        assertThat(remedy.suggested()).isEqualTo("5000 ms");
        assertThat(remedy.setAt()).isEqualTo("shop-1.properties:1");
        assertThat(remedy.reason())
                .isEqualTo(
                        "400 times the mean time in use of 36 ms, between 2 s and 5 s: waiting in line is cheaper than starting again;"
                                + " the usual customers alone need 7.2 of 40 connections."
                                + " Clients: a retry budget of 10 % ends the storm as well");
    }
}
