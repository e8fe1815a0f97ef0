package io.poolwright.watch.view;

import static io.poolwright.watch.view.Pools.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    @ParameterizedTest
    @CsvSource({"20, AGREES", "25, AGREES", "25.1, MORE_USED", "16, AGREES", "15.9, LESS_USED"})
    void littlesLawToleratesAFifth(double seen, Little.Verdict verdict) {
        Little little =
                Little.of(line(60, Map.of(Measure.USED, seen, Measure.THROUGHPUT, 25.0, Measure.USE_MEAN, 0.8)));

        assertThat(little.verdict()).isEqualTo(verdict);
    }

    @Test
    void littlesLawSaysItsSum() {
        assertThat(Little.of(line(60, Map.of(Measure.USED, 20.0, Measure.THROUGHPUT, 25.0, Measure.USE_MEAN, 0.8)))
                        .text())
                .isEqualTo("25/s × 800 ms = 20 used, seen 20");
    }

    @Test
    void withoutUseTimeLittlesLawSaysNothing() {
        Little little = Little.of(line(60, Map.of(Measure.USED, 20.0, Measure.THROUGHPUT, 25.0)));

        assertThat(little.verdict()).isEqualTo(Little.Verdict.CANNOT_TELL);
        assertThat(little.text()).isEqualTo("cannot tell: use time is not known");
    }

    @Test
    void usedWithoutReturnsIsMoreThanAccountedFor() {
        assertThat(Little.of(line(60, Map.of(Measure.USED, 20.0, Measure.THROUGHPUT, 0.0)))
                        .verdict())
                .isEqualTo(Little.Verdict.MORE_USED);
    }

    @Test
    void aFullPoolWithWaitersIsToldHowManyMoreAndWhatTheModelLeavesOut() {
        Relief relief = Relief.of(full(Map.of()), false, Optional.of(56.0));

        assertThat(relief.answer()).isEqualTo(Relief.Answer.YES);
        assertThat(relief.more()).isPresent();
        assertThat(relief.text()).contains("the mean wait is about").contains("Database slots left: 56");
        assertThat(relief.error()).contains("Model M/M/c").contains("measured 940 ms");
    }

    @Test
    void withoutRoomAtTheDatabaseTheAnswerIsNo() {
        assertThat(Relief.of(full(Map.of()), false, Optional.of(1.0)).answer()).isEqualTo(Relief.Answer.NO);
    }

    @Test
    void aLeakIsNotHelpedByMore() {
        Relief relief = Relief.of(full(Map.of()), true, Optional.empty());

        assertThat(relief.answer()).isEqualTo(Relief.Answer.NO);
        assertThat(relief.more()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16.9, NOT_NEEDED", "17, YES"})
    void belowTheLoadLineNothingIsPredicted(double used, Relief.Answer answer) {
        assertThat(Relief.of(full(Map.of(Measure.USED, used)), false, Optional.empty())
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void withoutUseTimeNothingIsPredicted() {
        Relief relief = Relief.of(
                line(60, Map.of(Measure.USED, 20.0, Measure.MAX, 20.0, Measure.PENDING, 9.0, Measure.THROUGHPUT, 25.0)),
                false,
                Optional.empty());

        assertThat(relief.answer()).isEqualTo(Relief.Answer.CANNOT_TELL);
        assertThat(relief.waitTime().known()).isFalse();
        assertThat(relief.text()).isEqualTo("cannot tell: use time is not known");
    }

    @Test
    void theOddCopyIsFoundByItsDistanceFromTheOthers() {
        List<Optional<String>> odd = Oddness.of(List.of(
                line(5, Map.of(Measure.USED, 20.0)),
                line(5, Map.of(Measure.USED, 19.0)),
                line(5, Map.of(Measure.USED, 3.0)),
                line(5, Map.of(Measure.USED, 20.0))));

        assertThat(odd.get(2)).contains("used 3, the others 20");
        assertThat(odd.get(0)).isEmpty();
        assertThat(odd.get(1)).isEmpty();
    }

    @Test
    void ofTwoCopiesNoneIsOdd() {
        assertThat(Oddness.of(List.of(line(5, Map.of(Measure.USED, 20.0)), line(5, Map.of(Measure.USED, 1.0)))))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void thinningKeepsPeaksOfWaitersAndWhatIsUnknown() {
        TimeLine line = line(100, Map.of(Measure.PENDING, 1.0, Measure.USED, 5.0));

        TimeLine thin = line.thinned(30);

        assertThat(thin.size()).isEqualTo(25);
        assertThat(thin.raw(Measure.PENDING, 24)).isEqualTo(1);
        assertThat(thin.raw(Measure.MAX, 0)).isNaN();
        assertThat(thin.at(24)).isEqualTo(line.at(99));
        assertThat(line.thinned(100)).isSameAs(line);
    }

    private static TimeLine full(Map<Measure, Double> other) {
        Map<Measure, Double> all = new java.util.EnumMap<>(Map.of(
                Measure.USED, 20.0,
                Measure.MAX, 20.0,
                Measure.PENDING, 24.0,
                Measure.THROUGHPUT, 25.0,
                Measure.USE_MEAN, 0.8,
                Measure.WAIT_MEAN, 0.94,
                Measure.TIMEOUTS, 0.5));
        all.putAll(other);
        return line(60, all);
    }
}
