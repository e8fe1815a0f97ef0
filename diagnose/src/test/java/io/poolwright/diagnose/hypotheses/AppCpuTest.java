package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.CPU;
import static io.poolwright.testkit.Signal.SERVICE_TIME;
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

final class AppCpuTest {
    private static final Second ILL =
            Second.healthy().with(CPU, 0.5).with(SERVICE_TIME, 0.115).with(USE_TIME, 0.055);

    private final Hypothesis hypothesis = new AppCpu();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereProcessorsIdle() {
        Judge judge = Judge.of(hypothesis, ILL.with(CPU, 0.035));

        assertThat(judge.verdict()).isEqualTo("CLEARED: the busiest instance uses 3.5 % of a core (line 25 %)");
    }

    @Test
    void isClearedWhereTheTimeIsSpentOnConnections() {
        Judge judge = Judge.of(hypothesis, ILL.with(USE_TIME, 0.113));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: 0 ms more per request is spent off the connections (line 10 ms)");
    }

    @Test
    void cannotTellWithoutProcessorTime() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.PROCESS));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CANNOT_TELL: processor time of an instance that is past its first 15 s (process_cpu_time_ns_total)");
    }

    @ParameterizedTest
    @CsvSource({"0.26, true", "0.24, false"})
    void drawsTheLine(double cores, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(CPU, cores));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void isNoPoolSetting() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("application code");
        assertThat(remedy.current()).endsWith(" of processor time per request");
        assertThat(remedy.suggested()).isEqualTo("0.4 ms per request, as before");
        assertThat(remedy.reason())
                .endsWith(" cores in all; pools and database have room, so no pool setting helps; more cores do");
    }
}
