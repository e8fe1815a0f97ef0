package io.poolwright.simulate.compare;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Progress;
import io.poolwright.simulate.search.Trials;
import io.poolwright.simulate.search.Workers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelGateTest {
    private static final StackModel SOUND = StackModel.empty()
            .with(CLIENT_RATE, 10)
            .with(CLIENT_TIMEOUT, 5)
            .with(LB_MAXCONN, 20)
            .with(POOL_MAX, 8)
            .withDatabase(Constant.ZERO, new Exponential(0.1));
    private static final Goal GOAL = new Goal(5, 99, 2, 0.99);

    @Test
    void harmlessChangePasses() {
        GateVerdict verdict = verdict(SOUND, SOUND.with(POOL_MAX, 10));

        assertThat(verdict.stop()).isFalse();
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.partial()).isEmpty();
    }

    @Test
    void changeThatCrossesTheLoadLineIsStopped() {
        GateVerdict verdict = verdict(SOUND, SOUND.with(POOL_MAX, 1));

        assertThat(verdict.stop()).isTrue();
        assertThat(verdict.reasons())
                .first()
                .asString()
                .startsWith("crosses the load line: at 10/s 100 % were answered well and the goal was met, after it ");
        assertThat(verdict.lineAfter().slo().rate().orElseThrow().high()).isLessThan(10.5);
        assertThat(verdict.notes()).first().asString().startsWith("the goal's rate goes from ");
    }

    @Test
    void changeThatMakesTheStackVulnerableIsStopped() {
        StackModel busy = SOUND.with(CLIENT_RATE, 30)
                .withDatabase(new Exponential(0.1), Constant.ZERO)
                .with(DB_CORES, 4)
                .with(POOL_MAX, 16);

        GateVerdict verdict = verdict(busy, busy.with(CLIENT_RETRIES, 4));

        assertThat(verdict.stop()).isTrue();
        assertThat(verdict.reasons())
                .singleElement()
                .asString()
                .startsWith(
                        "crosses the load line: at 30/s a short trigger was survived, and now leaves the stack down");
    }

    @Test
    void changeThatMendsPasses() {
        assertThat(verdict(SOUND.with(POOL_MAX, 1), SOUND).stop()).isFalse();
    }

    @Test
    void whatIsDownAlreadyMayNotGetWorse() {
        StackModel down = SOUND.with(LB_MAXCONN, 400)
                .with(CLIENT_RATE, 20)
                .with(POOL_MAX, 1)
                .with(POOL_ACQUIRE_TIMEOUT, 0.25);

        GateVerdict verdict = verdict(down, down.withDatabase(Constant.ZERO, new Exponential(0.2)));

        assertThat(verdict.stop()).isTrue();
        assertThat(verdict.reasons())
                .first()
                .asString()
                .startsWith("the goal is missed at 20/s already, and it gets worse: ");
    }

    @Test
    void nothingIsSaidWhenStoppedAtOnce() {
        Trials trials = new Trials(Machine.STACK, new Conduct(Workers.sequential(), Progress.SILENT, () -> false));

        assertThat(new ModelGate(Goal.USUAL, 1).of(SOUND, SOUND, trials)).isEqualTo(Optional.empty());
    }

    private static GateVerdict verdict(StackModel before, StackModel after) {
        return new ModelGate(GOAL, 1)
                .of(before, after, new Trials(Machine.STACK, Conduct.PLAIN))
                .orElseThrow();
    }
}
