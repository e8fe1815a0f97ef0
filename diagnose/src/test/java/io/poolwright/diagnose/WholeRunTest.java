package io.poolwright.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.detect.Detectors;
import io.poolwright.detect.Watch;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.model.Tick;
import io.poolwright.testkit.StackSeries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WholeRunTest {
    private static final Duration LATEST = Duration.ofSeconds(15);

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void statesTheCauseAndNoOther(MeasuredRun run) {
        List<Tick> ticks = run.series().ticks();

        List<Diagnosis> said = diagnose(ticks);

        assertThat(stated(said)).isEqualTo(run.cause().stream().toList());
    }

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void noiseDoesNotLeadItAstray(MeasuredRun run) {
        for (int seed = 0; seed < 5; seed++) {
            List<Diagnosis> said = diagnose(run.series().shaken(seed));

            assertThat(stated(said))
                    .as("seed %d", seed)
                    .isEqualTo(run.cause().stream().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(value = MeasuredRun.class, names = "HEALTHY", mode = EnumSource.Mode.EXCLUDE)
    void namesItInTime(MeasuredRun run) {
        for (int seed = 0; seed < 5; seed++) {
            Optional<RootCause> first = diagnose(run.series().shaken(seed)).stream()
                    .flatMap(diagnosis -> diagnosis.rootCause().stream())
                    .findFirst();

            assertThat(first).as("seed %d", seed).hasValueSatisfying(cause -> assertThat(cause.namedAt())
                    .isBeforeOrEqualTo(
                            StackSeries.START.plusSeconds(MeasuredRun.BEFORE).plus(LATEST)));
        }
    }

    @Test
    void goodHealthIsSilent() {
        for (int seed = 0; seed < 40; seed++) {
            List<Diagnosis> said = diagnose(MeasuredRun.HEALTHY.series().shaken(seed));

            assertThat(said).as("seed %d", seed).allSatisfy(diagnosis -> assertThat(diagnosis.alerts())
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void theSameLooksGiveTheSameDiagnoses(MeasuredRun run) {
        List<Tick> ticks = run.series().shaken(1);

        assertThat(diagnose(ticks)).isEqualTo(diagnose(ticks));
    }

    static List<Diagnosis> diagnose(List<Tick> ticks) {
        Diagnostician diagnostician = new Diagnostician(new Watch(Detectors.all()), Hypotheses.all());
        return ticks.stream().map(diagnostician::take).toList();
    }

    /** Every cause that was ever stated, in that order. */
    static List<String> stated(List<Diagnosis> said) {
        return said.stream()
                .flatMap(diagnosis -> diagnosis.rootCause().map(RootCause::id).stream())
                .distinct()
                .toList();
    }
}
