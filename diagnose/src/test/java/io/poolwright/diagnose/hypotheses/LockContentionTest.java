package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.ON_LOCK;
import static io.poolwright.testkit.Signal.TRANSACTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockContentionTest {
    private static final Second ILL =
            Second.healthy().with(ACTIVE, 20).with(ON_LOCK, 19).with(TRANSACTIONS, 46);

    private final Hypothesis hypothesis = new LockContention();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereNobodyWaitsForALock() {
        Judge judge = Judge.of(hypothesis, ILL.with(ON_LOCK, 0));

        assertThat(judge.verdict()).isEqualTo("CLEARED: 0 backends wait for a lock (line 3)");
    }

    @Test
    void isClearedWhereFewOfManyWait() {
        Judge judge = Judge.of(hypothesis, ILL.with(ON_LOCK, 3));

        assertThat(judge.verdict()).isEqualTo("CLEARED: only 15 % of the active backends wait for locks (line 30 %)");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.DATABASE));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: what the active backends wait for (pg_stat_activity.wait_event_type)");
    }

    @ParameterizedTest
    @CsvSource({"6, 3, true", "6, 2, false", "10, 3, true", "11, 3, false"})
    void drawsTheLine(int active, int waiting, boolean guilty) {
        Judge judge = Judge.of(
                hypothesis,
                ILL.with(ACTIVE, 0).with(Second.SHOP_1, ACTIVE, active).with(Second.SHOP_1, ON_LOCK, waiting));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void boundsHowLongALockHoldsAConnection() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("lock_timeout");
        assertThat(remedy.current()).isEqualTo("0");
        assertThat(remedy.suggested()).isEqualTo("1s");
        assertThat(remedy.reason())
                .isEqualTo(
                        "twenty times the usual time in use of 36 ms: it bounds how long a lock holds a pool connection hostage;"
                                + " the cure is in the transaction: touch the contended row last, or split it"
                                + " (pg_blocking_pids names the holder)");
    }
}
