package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Constant;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    private static final StackModel MODEL = StackModel.empty().with(Parameter.POOL_MAX, 20);

    @Test
    void setsAParameterAndSaysBothValues() {
        Change change = Change.of("--set", "pool.max=40");

        assertThat(change.in(MODEL).get(Parameter.POOL_MAX)).isEqualTo(40);
        assertThat(change.told(MODEL)).isEqualTo("pool.max 20 → 40");
    }

    @Test
    void theNearestParameterIsNamed() {
        assertThatThrownBy(() -> Change.of("--set", "pool.maxx=40").in(MODEL))
                .hasMessage(
                        "--set: there is no parameter 'pool.maxx'; did you mean 'pool.max'? All of them: poolwright simulate --parameters");
    }

    @Test
    void aNameLikeNoOtherLeadsToTheList() {
        assertThatThrownBy(() -> Change.of("--set", "threads=40").in(MODEL))
                .hasMessage("--set: there is no parameter 'threads'; all of them: poolwright simulate --parameters");
    }

    @ParameterizedTest
    @CsvSource({"pool.max", "=40", "pool.max="})
    void halfAChangeIsRefused(String written) {
        assertThatThrownBy(() -> Change.of("--set", written))
                .hasMessage("--set: found '%s'; accepted: NAME=VALUE; write: --set pool.max=40".formatted(written));
    }

    @Test
    void aValueThatNoStackCanHaveIsRefused() {
        assertThatThrownBy(() -> Change.of("--set", "pool.max=0").in(MODEL))
                .hasMessage("--set pool.max: found 0; accepted: 1 or more");
        assertThatThrownBy(() -> Change.of("--set", "pool.max=2.5").in(MODEL))
                .hasMessage("--set pool.max: found 2.5; accepted: a whole number");
    }

    @Test
    void aNeedIsALawWithAMeanAndASpread() {
        assertThat(Change.of("--set", "db.cpu=15ms,cv=2")
                        .in(MODEL)
                        .databaseCpu()
                        .mean())
                .isCloseTo(0.015, within(1e-9));
        assertThat(Change.of("--set", "db.cpu=15ms,cv=2")
                        .in(MODEL)
                        .databaseCpu()
                        .coefficientOfVariation())
                .isCloseTo(2, within(1e-9));
        assertThat(Change.of("--set", "db.wait=15ms").in(MODEL).databaseWait().coefficientOfVariation())
                .isCloseTo(Needs.USUAL_SPREAD, within(1e-9));
        assertThat(Change.of("--set", "db.wait=15ms,cv=0").in(MODEL).databaseWait())
                .isEqualTo(new Constant(0.015));
    }

    @Test
    void halfOfANeedScalesTheWholeLaw() {
        StackModel model = Change.of("--set", "db.cpu=20ms,cv=2").in(MODEL);

        StackModel faster = Change.of("--set", "db.cpu=0.5x").in(model);

        assertThat(faster.databaseCpu().mean()).isCloseTo(0.01, within(1e-9));
        assertThat(Change.of("--set", "db.cpu=0.5x").told(model))
                .isEqualTo(
                        "db.cpu lognormal, mean 20 ms, cv 2.0, p99 171 ms → lognormal, mean 10 ms, cv 2.0, p99 86 ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"15", "15ms,2", "0.5x,cv=1", "fast"})
    void aNeedWithoutUnitIsRefused(String text) {
        assertThatThrownBy(() -> new Change("--set", "db.cpu", text).in(MODEL))
                .hasMessageStartingWith(
                        "--set db.cpu: found '%s'; accepted: a mean time, with cv=SPREAD".formatted(text));
    }
}
