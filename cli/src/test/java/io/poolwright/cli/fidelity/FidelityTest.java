package io.poolwright.cli.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.fit.FittedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The simulator, told of one minute in the default configuration, against what the real stack did at every other setting. The
 * table goes to {@code target/fidelity.md}.
 */
class FidelityTest {
    private static final Path TABLE =
            Path.of("../simulate/src/test/resources/io/poolwright/simulate/fidelity/grid.csv");
    private static final Path DEFAULTS = Path.of("src/test/resources/fidelity");
    /** Fewer are a matter of luck: two requests more or less (zombies). */
    private static final double SOME = 5;

    private static Fidelity fidelity;

    @BeforeAll
    static void predict() throws IOException {
        fidelity = Fidelity.of(TABLE, DEFAULTS);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/fidelity.md"), fidelity.fits() + "\n" + fidelity.table() + "\n" + scores());
    }

    private static String scores() {
        return "throughput within 5 %%: %.0f %%; p99 away from the knee within 25 %%: %.0f %%; within its interval: %.0f %%%n"
                        .formatted(
                                100 * share(fidelity.points(), FidelityTest::throughputMet),
                                100 * share(awayFromTheKnee(), FidelityTest::tailMet),
                                100 * share(fidelity.points(), FidelityTest::covered))
                + "Kendall's tau of throughput, p99, p99 with failures: %.2f, %.2f, %.2f%n"
                        .formatted(
                                fidelity.tau(real -> real.number("throughput"), Predicted::throughput),
                                fidelity.tau(real -> real.number("p99Ms"), Predicted::p99),
                                fidelity.tau(real -> real.number("p99DeadlineMs"), Predicted::p99Deadline));
    }

    @Test
    void thereAreEnoughPoints() {
        assertThat(fidelity.points()).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void throughputIsWithinFivePerCentNearlyEverywhere() {
        assertThat(share(fidelity.points(), FidelityTest::throughputMet)).isGreaterThanOrEqualTo(0.8);
        assertThat(failing(point -> Math.abs(point.off("throughput", Predicted::throughput)) <= 0.12))
                .isEmpty();
    }

    @Test
    void theTailIsWithinAQuarterAwayFromTheKnee() {
        assertThat(share(awayFromTheKnee(), FidelityTest::tailMet)).isGreaterThanOrEqualTo(0.85);
        assertThat(failing(point -> !point.real().text("region").equals("stable") || tailMet(point)))
                .isEmpty();
    }

    @Test
    void whatWasMeasuredLiesWithinTheIntervalsThatWereSaid() {
        assertThat(share(fidelity.points(), FidelityTest::covered)).isBetween(0.85, 1.0);
    }

    @Test
    void settingsAreInTheRightOrder() {
        assertThat(fidelity.tau(real -> real.number("throughput"), Predicted::throughput))
                .isGreaterThanOrEqualTo(0.8);
        assertThat(fidelity.tau(real -> real.number("p99Ms"), Predicted::p99)).isGreaterThanOrEqualTo(0.8);
        assertThat(fidelity.tau(real -> real.number("p99DeadlineMs"), Predicted::p99Deadline))
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void backendsAreWithinAFifth() {
        assertThat(failing(point -> Math.abs(point.off("backends", Predicted::backends)) <= 0.2))
                .isEmpty();
    }

    @Test
    void zombiesAreWithinAFifthMostly() {
        List<Fidelity.Compared> some = fidelity.points().stream()
                .filter(point -> point.real().number("zombies") >= SOME)
                .toList();

        assertThat(some).hasSizeGreaterThan(4);
        assertThat(share(some, point -> Math.abs(point.off("zombies", Predicted::zombies)) <= 0.2))
                .isGreaterThanOrEqualTo(0.7);
        assertThat(failing(
                        point -> Math.abs(point.said().zombies() - point.real().number("zombies"))
                                <= Math.max(1, 0.3 * point.real().number("zombies"))))
                .isEmpty();
    }

    @Test
    void scalingOutUnderATimeoutThatIsTooShortIsPredictedWorse() {
        Map<String, String> two = Map.of("rate", "200", "socketTimeoutMs", "1000", "tries", "3", "instances", "2");
        Map<String, String> three = Map.of("rate", "200", "socketTimeoutMs", "1000", "tries", "3", "instances", "3");

        Predicted before = fidelity.at("bimodal", two).orElseThrow().said();
        Predicted after = fidelity.at("bimodal", three).orElseThrow().said();

        assertThat(after.throughput()).isLessThan(before.throughput());
        assertThat(after.p99()).isGreaterThan(before.p99());
        assertThat(after.timeouts()).isGreaterThan(before.timeouts());
    }

    @Test
    void theDefaultRunIsFittedAsItsWorkloadIsMade() {
        FittedModel fitted = Objects.requireNonNull(fidelity.models().get("hold-bound"));
        Law hold = fitted.model().databaseWait();

        // the query sleeps 15 ms · e^(1.2 z), at most 2 s; reads, writes and the way come on top
        assertThat(fitted.quality().abstains()).isFalse();
        assertThat(hold.mean()).isBetween(0.030, 0.040);
        assertThat(hold.quantile(0.5)).isBetween(0.015, 0.022);
        assertThat(hold.quantile(0.99)).isBetween(0.210, 0.290);
        assertThat(hold.beyond(2.2)).isLessThan(1e-4);
        assertThat(Objects.requireNonNull(fidelity.models().get("bimodal"))
                        .model()
                        .databaseWait()
                        .beyond(1.3))
                .isCloseTo(0.02, within(0.004));
    }

    private static List<String> failing(Predicate<Fidelity.Compared> met) {
        return fidelity.points().stream()
                .filter(met.negate())
                .map(point -> point.real().point())
                .toList();
    }

    private static List<Fidelity.Compared> awayFromTheKnee() {
        return fidelity.points().stream()
                .filter(point -> !point.real().text("region").equals("knee"))
                .toList();
    }

    private static boolean throughputMet(Fidelity.Compared point) {
        return Math.abs(point.off("throughput", Predicted::throughput)) <= 0.05;
    }

    private static boolean tailMet(Fidelity.Compared point) {
        return Math.abs(point.off("p99Ms", Predicted::p99)) <= 0.25;
    }

    private static boolean covered(Fidelity.Compared point) {
        double real = point.real().number("p99Ms");
        return point.said().least(Predicted::p99) <= real
                && real <= point.said().most(Predicted::p99);
    }

    private static double share(List<Fidelity.Compared> points, Predicate<Fidelity.Compared> met) {
        return points.stream().filter(met).count() / (double) points.size();
    }
}
