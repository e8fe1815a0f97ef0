package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.CPU;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerOverloadTest {
    private static final Second ILL = Second.healthy().with(CPU, 1.9);

    private final Hypothesis hypothesis = new ServerOverload();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedByTheBusiestInstance() {
        Judge judge = Judge.of(hypothesis, Second.healthy().with(Second.SHOP_2, CPU, 0.5));

        assertThat(judge.verdict()).isEqualTo("CLEARED: the busiest instance uses 25 % of its processors (line 70 %)");
    }

    @Test
    void anInstanceThatIsSilentMayBeTheHotOne() {
        Judge judge = Judge.of(hypothesis, Second.healthy().without(Source.SHOP_2));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CANNOT_TELL: processor time of every instance (process_cpu_time_ns_total, system_cpu_count)");
    }

    @ParameterizedTest
    @CsvSource({"1.41, true", "1.39, false"})
    void drawsTheLine(double coresOfTheFirst, boolean guilty) {
        Judge judge = Judge.of(hypothesis, Second.healthy().with(Second.SHOP_1, CPU, coresOfTheFirst));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }
}
