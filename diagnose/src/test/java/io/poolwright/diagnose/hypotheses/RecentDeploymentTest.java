package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.SERVICE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecentDeploymentTest {
    private static final Second ILL =
            Second.healthy().running(Second.SHOP_1, "2").with(Second.SHOP_1, SERVICE_TIME, 0.2);

    private final Hypothesis hypothesis = new RecentDeployment();

    @Test
    void oneSlowInstanceOfTwoIsTheDeployedOne() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.verdict()).isEqualTo("CAUSE: shop-1 (deployed) takes ×5.3 as long per request as the others");
    }

    @Test
    void isClearedWhereNothingWasDeployed() {
        Judge judge = Judge.of(hypothesis, Second.healthy().with(SERVICE_TIME, 0.2));

        assertThat(judge.verdict()).isEqualTo("CLEARED: no instance was restarted in the 19 s before the alert");
    }

    @Test
    void isClearedWhereTheOthersAreJustAsSlow() {
        Judge judge = Judge.of(hypothesis, ILL.with(SERVICE_TIME, 0.2));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: shop-1 (deployed) takes 200 ms per request, the others 200 ms:"
                        + " the same trouble without the deployment");
    }

    @Test
    void cannotTellWhereAllWereDeployed() {
        Judge judge = Judge.of(hypothesis, ILL.running(Second.SHOP_2, "2"));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: an instance without the deployment to compare with, or a rollback");
    }

    @Test
    void isNeverClearedWhereItShippedConfiguration() {
        Judge judge = Judge.of(
                hypothesis,
                ILL.with(Second.SHOP_1, SERVICE_TIME, 0.038).declaring(Second.SHOP_1, Second.SOCKET_TIMEOUT, "1"));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CANNOT_TELL: whether what it shipped is harmless: socketTimeout 30 → 1; a rollback would tell");
    }

    @ParameterizedTest
    @CsvSource({"0.058, true", "0.056, false"})
    void drawsTheLine(double serviceTime, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(Second.SHOP_1, SERVICE_TIME, serviceTime));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }
}
