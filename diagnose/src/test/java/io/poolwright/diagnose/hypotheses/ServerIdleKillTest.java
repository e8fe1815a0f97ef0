package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.CREATED;
import static io.poolwright.testkit.Signal.FATAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerIdleKillTest {
    private static final Second ILL = Second.healthy()
            .enforcing("idle_session_timeout", "300")
            .with(FATAL, 16)
            .with(CREATED, 17);

    private final Hypothesis hypothesis = new ServerIdleKill();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereTheLimitIsOff() {
        Judge judge = Judge.of(hypothesis, ILL.enforcing("idle_session_timeout", "0"));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: idle_session_timeout is 0 (off): the database ends no idle connection");
    }

    @Test
    void isClearedWhereTheServerEndsNoSession() {
        Judge judge = Judge.of(hypothesis, ILL.with(FATAL, 0));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: the database ends 0/s sessions itself (sessions_fatal, line 1/s)");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        Judge judge = Judge.of(
                hypothesis,
                Second.healthy().without(Source.DATABASE),
                Second.healthy().without(Source.DATABASE));

        assertThat(judge.verdict()).isEqualTo("CANNOT_TELL: idle_session_timeout in force (pg_settings)");
    }

    @Test
    void whatWasInForceBeforeTheDatabaseFellSilentClearsNobody() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.DATABASE));

        assertThat(judge.verdict()).isEqualTo("CANNOT_TELL: idle_session_timeout in force (pg_settings)");
    }

    @ParameterizedTest
    @CsvSource({"1799999, true", "1800000, false"})
    void drawsTheLine(String limit, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.enforcing("idle_session_timeout", limit));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void outlastsThePoolsLifetime() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("idle_session_timeout");
        assertThat(remedy.current()).isEqualTo("300");
        assertThat(remedy.suggested()).isEqualTo("1830s");
        assertThat(remedy.reason())
                .isEqualTo(
                        "longer than the pools keep a connection: max-lifetime 1800 s + 30 s margin; 0 turns it off");
    }
}
