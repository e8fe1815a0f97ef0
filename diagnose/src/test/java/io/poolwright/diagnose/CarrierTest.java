package io.poolwright.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Signal;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CarrierTest {
    private static final String DEPLOYMENT = "recent-deployment";

    @Test
    void aDeploymentThatShippedTheParameterContributes() {
        StackSeries series = deployedFrom(
                MeasuredRun.BEFORE, MeasuredRun.SOCKET_TIMEOUT_1.series(), second -> second.running(Second.SHOP_1, "2")
                        .running(Second.SHOP_2, "2"));

        List<Diagnosis> said = WholeRunTest.diagnose(series.ticks());

        Assessment deployment = last(said);
        assertThat(WholeRunTest.stated(said)).containsExactly("socket-timeout-too-short");
        assertThat(deployment.verdict()).isEqualTo(Verdict.CONTRIBUTING);
        assertThat(deployment.evidence().get(0).text())
                .isEqualTo("it carried the cause: it shipped socketTimeout 30 → 1");
        assertThat(said).allSatisfy(diagnosis -> assertThat(diagnosis.with(Verdict.CLEARED))
                .extracting(Assessment::id)
                .doesNotContain(DEPLOYMENT));
    }

    @Test
    void aCanaryWithTheSameTroubleAsTheOthersIsCleared() {
        StackSeries series = deployedFrom(
                MeasuredRun.BEFORE - 10,
                MeasuredRun.LB_MAXCONN_2.series(),
                second -> second.running(Second.SHOP_1, "2"));

        List<Diagnosis> said = WholeRunTest.diagnose(series.ticks());

        Assessment deployment = last(said);
        assertThat(WholeRunTest.stated(said)).containsExactly("lb-pool-too-small");
        assertThat(deployment.verdict()).isEqualTo(Verdict.CLEARED);
        assertThat(deployment.decisive())
                .isEqualTo("shop-1 (deployed) takes 33 ms per request, the others 33 ms:"
                        + " the same trouble without the deployment");
    }

    @Test
    void aSlowCanaryIsNotCleared() {
        StackSeries series = deployedFrom(
                MeasuredRun.BEFORE - 10, MeasuredRun.LB_MAXCONN_2.series(), second -> second.running(Second.SHOP_1, "2")
                        .with(Second.SHOP_1, Signal.SERVICE_TIME, 0.060));

        List<Diagnosis> said = WholeRunTest.diagnose(series.ticks());

        assertThat(last(said).verdict()).isNotEqualTo(Verdict.CLEARED);
    }

    @Test
    void nobodyIsLeftToCompareWith() {
        StackSeries series = deployedFrom(
                MeasuredRun.BEFORE - 10, MeasuredRun.LB_MAXCONN_2.series(), second -> second.running(Second.SHOP_1, "2")
                        .running(Second.SHOP_2, "2"));

        List<Diagnosis> said = WholeRunTest.diagnose(series.ticks());

        Assessment deployment = last(said);
        assertThat(deployment.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(deployment.decisive())
                .isEqualTo("an instance without the deployment to compare with, or a rollback");
    }

    @Test
    void noDeploymentIsCleared() {
        List<Diagnosis> said =
                WholeRunTest.diagnose(MeasuredRun.LB_MAXCONN_2.series().ticks());

        Assessment deployment = last(said);
        assertThat(deployment.verdict()).isEqualTo(Verdict.CLEARED);
        assertThat(deployment.decisive()).startsWith("no instance was restarted in the ");
    }

    private static Assessment last(List<Diagnosis> said) {
        return said.get(said.size() - 1).assessments().stream()
                .filter(assessment -> assessment.id().equals(DEPLOYMENT))
                .findFirst()
                .orElseThrow();
    }

    private static StackSeries deployedFrom(int second, StackSeries series, UnaryOperator<Second> deployed) {
        return new StackSeries(IntStream.range(0, series.seconds().size())
                .mapToObj(i -> i < second
                        ? series.seconds().get(i)
                        : deployed.apply(series.seconds().get(i)))
                .toList());
    }
}
