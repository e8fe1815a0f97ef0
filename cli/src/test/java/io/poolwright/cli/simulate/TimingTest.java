package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.cli.report.simulate.WhatIf.Stretch;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void aRunIsAsLongAsItsFaultsNeed() {
        assertThat(Timing.seconds(OptionalDouble.empty(), List.of())).isEqualTo(120);
        assertThat(Timing.seconds(OptionalDouble.empty(), List.of(Trouble.read("db.slow=3x@30s+10s"))))
                .isEqualTo(120);
        assertThat(Timing.seconds(OptionalDouble.empty(), List.of(Trouble.read("db.slow=3x@100s+10s"))))
                .isEqualTo(170);
    }

    @Test
    void aRunTooShortToSeeTheEndIsRefused() {
        List<Trouble> faults = List.of(Trouble.read("db.slow=3x@30s+10s"));

        assertThat(Timing.seconds(OptionalDouble.of(100), faults)).isEqualTo(100);
        assertThatThrownBy(() -> Timing.seconds(OptionalDouble.of(99), faults))
                .hasMessage(
                        "--seconds 99: a fault is watched for 60 s after its last change, at 40 s; write: --seconds 100");
    }

    @Test
    void stretchesAreWhereAModelIsNotAsItBegan() {
        StackModel model =
                StackModel.empty().during(Parameter.DB_SLOW, 3, 50, 10).step(Parameter.POOL_MAX, 70, 2);

        List<Stretch> stretches = Timing.stretches(model, 20);

        assertThat(stretches)
                .containsExactly(
                        new Stretch("db.slow ×3", 30, 40), new Stretch("pool.max 2", 50, Double.POSITIVE_INFINITY));
        assertThat(Timing.over(stretches)).isEmpty();
        assertThat(Timing.over(stretches.subList(0, 1))).hasValue(40);
        assertThat(Timing.over(List.of())).isEmpty();
    }
}
