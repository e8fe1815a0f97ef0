package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    @Test
    void lastsFromItsStartForItsLength() {
        Trouble trouble = Trouble.read("db.slow=3x@30s+10s");

        assertThat(trouble.in(StackModel.empty(), 20).steps())
                .containsExactly(new Step(Parameter.DB_SLOW, 50, 3), new Step(Parameter.DB_SLOW, 60, 1));
        assertThat(trouble.end()).isEqualTo(40);
        assertThat(trouble.told(StackModel.empty())).isEqualTo("db.slow ×3 from 30 s for 10 s");
    }

    @Test
    void withoutALengthItStays() {
        Trouble trouble = Trouble.read("pool.max=2@1min");

        assertThat(trouble.in(StackModel.empty(), 0).steps()).containsExactly(new Step(Parameter.POOL_MAX, 60, 2));
        assertThat(trouble.end()).isInfinite();
        assertThat(trouble.told(StackModel.empty())).isEqualTo("pool.max 2 from 60 s to the end");
    }

    @Test
    void aMultipleIsOfTheSoundStack() {
        StackModel model = StackModel.empty().with(Parameter.CLIENT_RATE, 200);

        assertThat(Trouble.read("client.rate=3x@0s+4s")
                        .in(model, 0)
                        .steps()
                        .get(0)
                        .value())
                .isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db.slow=3x | --fault: found 'db.slow=3x'; accepted: NAME=VALUE@START+LENGTH, or NAME=VALUE@START to the end; write: --fault db.slow=3x@30s+10s",
                "db.slow=3x@30+10s | --fault db.slow=3x@30+10s: found the time '30'; accepted: a number with its unit (ms, s, min, h); write: 30s",
                "db.slw=3x@30s | --fault: there is no parameter 'db.slw'; did you mean 'db.slow'? All of them: poolwright simulate --parameters",
                "db.cpu=3x@30s | --fault db.cpu: what a request needs is drawn when it begins and does not change; write: --fault db.slow=3x@30s+10s"
            })
    void saysWhatIsWrong(String written, String message) {
        assertThatThrownBy(() -> Trouble.read(written)).hasMessage(message);
    }

    @Test
    void whatShapesTheStackCannotChangeMeanwhile() {
        Trouble trouble = Trouble.read("app.calls=3@30s");

        assertThatThrownBy(() -> trouble.in(StackModel.empty(), 0))
                .hasMessage("--fault: app.calls cannot change while a run goes on; set it from the start");
    }
}
