package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.BACKENDS;
import static io.poolwright.testkit.Signal.MAX;
import static io.poolwright.testkit.Signal.PENDING;
import static io.poolwright.testkit.Signal.TIMEOUTS;
import static io.poolwright.testkit.Signal.TOTAL;
import static io.poolwright.testkit.Signal.USED;
import static io.poolwright.testkit.Signal.USE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolTooSmallTest {
    private static final Second ILL = Second.healthy()
            .with(MAX, 2)
            .with(TOTAL, 2)
            .with(USED, 2)
            .with(BACKENDS, 2)
            .with(ACTIVE, 2)
            .with(PENDING, 48)
            .with(TIMEOUTS, 20);

    private final Hypothesis hypothesis = new PoolTooSmall();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereThePoolHasRoom() {
        Judge judge = Judge.of(hypothesis, ILL.with(MAX, 20).with(TOTAL, 20).with(BACKENDS, 20));

        assertThat(judge.verdict()).isEqualTo("CLEARED: the fullest pool is used to 10 % (line 90 %)");
    }

    @Test
    void isClearedWhereNobodyWaits() {
        Judge judge = Judge.of(hypothesis, ILL.with(PENDING, 0));

        assertThat(judge.verdict()).isEqualTo("CLEARED: 0 callers wait for a connection (line 1)");
    }

    @Test
    void isClearedWhereConnectionsAreHeldForLonger() {
        Judge judge = Judge.of(hypothesis, ILL.with(USE_TIME, 0.5));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: time in use grew ×14: whatever holds connections for longer fills the pool");
    }

    @Test
    void isClearedWhereTheLoadFits() {
        Judge judge = Judge.of(hypothesis, ILL.with(ARRIVALS, 80));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CLEARED: the offered load needs 2.9 connections (Little's law), the pools may open 4: they suffice");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.DATABASE));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: database backends and pool connections of the same application");
    }

    @Test
    void cannotTellWhereMoreArriveAndRepeatsAreNotCounted() {
        Judge judge = Judge.of(hypothesis, ILL.with(ARRIVALS, 1300).without(Source.RESENT));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: arrivals, borrows per request and time in use from before the trouble");
    }

    @ParameterizedTest
    @CsvSource({"90, true", "88, false"})
    void drawsTheLine(double arrivals, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(ARRIVALS, arrivals));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void restoresTheSizeBeforeTheChange() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("maximumPoolSize");
        assertThat(remedy.current()).isEqualTo("2");
        assertThat(remedy.suggested()).isEqualTo("20");
        assertThat(remedy.setAt())
                .isEqualTo("shop-1.properties:1 (declares 20; in force is another value, set at run time)");
        assertThat(remedy.reason())
                .isEqualTo(
                        "7.2 connections' worth of load over 2 pools: 10 each keep the chance of a wait under 1 % (Erlang C),"
                                + " 20 is the value before the change; the database has room for 28 each");
    }

    @Test
    void computesASizeWhereNothingWasChanged() {
        Remedy remedy = Judge.of(
                        hypothesis,
                        Second.healthy()
                                .with(MAX, 2)
                                .with(TOTAL, 2)
                                .with(BACKENDS, 2)
                                .with(USED, 2),
                        ILL)
                .remedy();

        assertThat(remedy.parameter()).isEqualTo("maximumPoolSize");
        assertThat(remedy.current()).isEqualTo("2");
        assertThat(remedy.suggested()).isEqualTo("10");
        assertThat(remedy.reason())
                .isEqualTo(
                        "7.2 connections' worth of load over 2 pools: 10 each keep the chance of a wait under 1 % (Erlang C);"
                                + " the database has room for 28 each");
    }
}
