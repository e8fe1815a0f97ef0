package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.IN_TRANSACTION;
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

final class ConnectionLeakTest {
    private static final Second ILL =
            Second.healthy().with(USED, 16).with(ACTIVE, 2).with(IN_TRANSACTION, 0);

    private final Hypothesis hypothesis = new ConnectionLeak();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereUsedConnectionsWork() {
        Judge judge = Judge.of(hypothesis, ILL.with(ACTIVE, 16));

        assertThat(judge.verdict()).isEqualTo("CLEARED: all but 0 used connections work in the database (line 4)");
    }

    @Test
    void isClearedWhereLittlesLawExplainsThem() {
        Judge judge = Judge.of(hypothesis, ILL.with(USE_TIME, 0.160));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: Little's law explains the used connections to within 0 (line 3)");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.DATABASE));

        assertThat(judge.verdict()).isEqualTo("CANNOT_TELL: used connections of the pools and their backends' states");
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false"})
    void drawsTheLine(int activeOfTheFirst, boolean guilty) {
        Judge judge = Judge.of(
                hypothesis,
                ILL.with(USED, 4)
                        .with(Second.SHOP_2, ACTIVE, 4)
                        .with(Second.SHOP_1, USED, 8)
                        .with(Second.SHOP_1, ACTIVE, activeOfTheFirst)
                        .with(USE_TIME, 0.02));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void namesTheSettingThatFindsTheLine() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("leakDetectionThreshold");
        assertThat(remedy.current()).isEqualTo("0 (off, HikariCP's default)");
        assertThat(remedy.suggested()).isEqualTo("3600 ms");
        assertThat(remedy.reason())
                .isEqualTo("a hundred times the mean time in use of 36 ms, at least HikariCP's floor of 2000 ms:"
                        + " its log then names the line that borrows and does not close;"
                        + " restarting an instance frees its pool meanwhile");
    }
}
