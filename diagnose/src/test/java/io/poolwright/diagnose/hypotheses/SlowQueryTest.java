package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ON_CPU;
import static io.poolwright.testkit.Signal.ROWS;
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

final class SlowQueryTest {
    private static final Second ILL =
            Second.healthy().with(ROWS, 200_000).with(USE_TIME, 0.108).with(ON_CPU, 2);

    private final Hypothesis hypothesis = new SlowQuery();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereStatementsDoTheSameWork() {
        Judge judge = Judge.of(hypothesis, ILL.with(ROWS, 2_500));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CLEARED: a transaction reads 13 rows, it read 13 (×1.0, line ×5.0): the statements do the same work");
    }

    @Test
    void isClearedWhereConnectionsAreInUseForNoLonger() {
        Judge judge = Judge.of(hypothesis, ILL.with(USE_TIME, 0.036));

        assertThat(judge.verdict()).isEqualTo("CLEARED: a connection is in use ×1.0 as long as before (line ×1.6)");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.DATABASE));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: rows read per transaction now and before (pg_stat_database.tup_returned)");
    }

    @Test
    void cannotTellWithoutThePools() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.POOL));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: time in use now and before (hikaricp_connections_usage_seconds)");
    }

    @ParameterizedTest
    @CsvSource({"12500, true", "12400, false"})
    void drawsTheLine(double rows, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(ROWS, rows));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void asksForTheIndex() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("index");
        assertThat(remedy.current()).endsWith(" rows read per transaction");
        assertThat(remedy.suggested()).isEqualTo("an index that brings it back to 13");
        assertThat(remedy.reason())
                .isEqualTo(
                        "the rows that were added are read one by one; pg_stat_statements or EXPLAIN names the statement");
    }
}
