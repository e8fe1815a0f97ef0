package io.poolwright.audit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeoutLadderTest {
    private static Rung written(String step, long seconds) {
        return rung(step, Optional.of(Duration.ofSeconds(seconds)), Optional.of(new Origin(step, 1)));
    }

    private static Rung rung(String step, Optional<Duration> time, Optional<Origin> at) {
        return new Rung(step, step, time, at, "somewhere", Optional.empty());
    }

    private static List<String> inverted(Rung... rungs) {
        return Inversions.marked(List.of(rungs)).stream()
                .flatMap(rung -> rung.inversion().stream())
                .toList();
    }

    @Test
    void longerInsideIsInverted() {
        assertThat(inverted(written("proxy", 25), written("pool wait", 30)))
                .containsExactly("pool wait (30 s) outlasts proxy (25 s)");
    }

    @Test
    void asLongAsIsInvertedAndShorterIsNot() {
        assertThat(inverted(written("proxy", 25), written("pool wait", 25)))
                .containsExactly("pool wait (25 s) lasts as long as proxy (25 s)");
        assertThat(inverted(written("proxy", 25), written("pool wait", 24))).isEmpty();
    }

    @Test
    void theWaitIsNotAroundTheStatement() {
        assertThat(inverted(written("pool wait", 5), written("driver", 20), written("statement", 10)))
                .isEmpty();
    }

    @Test
    void whatIsUnknownIsHeldAgainstNothing() {
        Rung unknown = rung("driver", Optional.empty(), Optional.empty());

        assertThat(inverted(written("proxy", 25), unknown, written("statement", 10)))
                .isEmpty();
    }

    @Test
    void twoDefaultsAreNotHeldAgainstEachOther() {
        Rung proxy = rung("proxy", Optional.of(Duration.ofSeconds(60)), Optional.empty());
        Rung wait = rung("pool wait", Optional.of(Duration.ofSeconds(90)), Optional.empty());

        assertThat(inverted(proxy, wait)).isEmpty();
    }

    @Test
    void aStatementWithoutALimitEndsWithItsSocket() {
        Rung endless = rung("statement", Optional.of(Bound.FOREVER), Optional.empty());
        Rung silent = rung("driver", Optional.of(Bound.FOREVER), Optional.empty());

        assertThat(inverted(written("proxy", 25), written("driver", 15), endless))
                .isEmpty();
        assertThat(inverted(written("proxy", 25), silent, endless))
                .containsExactly(
                        "driver (without a limit) outlasts proxy (25 s)",
                        "statement (without a limit) outlasts proxy (25 s)");
    }

    @Test
    void ofDriverAndStatementTheShorterIsHeldAgainstWhatIsAround() {
        assertThat(inverted(written("application", 12), written("driver", 15), written("statement", 10)))
                .isEmpty();
        assertThat(inverted(written("application", 12), written("driver", 15), written("statement", 13)))
                .containsExactly("statement (13 s) outlasts application (12 s)");
    }

    @Test
    void aDriverThatGivesUpBeforeTheStatementIsInverted() {
        assertThat(inverted(written("driver", 2), written("statement", 10)))
                .containsExactly("statement (10 s) outlasts driver (2 s)");
    }
}
