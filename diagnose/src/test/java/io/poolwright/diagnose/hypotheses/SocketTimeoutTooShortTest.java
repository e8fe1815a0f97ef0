package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.ABANDONED;
import static io.poolwright.testkit.Signal.BACKENDS;
import static io.poolwright.testkit.Signal.CREATED;
import static io.poolwright.testkit.Signal.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SocketTimeoutTooShortTest {
    private static final Second ILL = Second.healthy()
            .with(BACKENDS, 27)
            .with(TOTAL, 14)
            .with(CREATED, 12)
            .with(ABANDONED, 10)
            .aged(3.0, 1.5)
            .declaring(Second.SOCKET_TIMEOUT, "1");

    private final Hypothesis hypothesis = new SocketTimeoutTooShort();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereBackendsAndPoolsAgree() {
        Judge judge = Judge.of(hypothesis, ILL.with(BACKENDS, 14));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: database backends less pool connections = 0 (line 3):"
                        + " nobody works for clients that have gone");
    }

    @Test
    void isClearedWhereNoConnectionIsReplaced() {
        Judge judge = Judge.of(hypothesis, ILL.with(CREATED, 0));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: the pools replace 0/s connections (line 1/s): none are discarded");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.DATABASE));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: database backends and pool connections of the same application");
    }

    @ParameterizedTest
    @CsvSource({"17, true", "16, false"})
    void drawsTheLine(int backendsOfTheFirst, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(BACKENDS, 14).with(Second.SHOP_1, BACKENDS, backendsOfTheFirst));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void restoresTheValueBeforeTheChangeWhereThatLeavesRoom() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("socketTimeout");
        assertThat(remedy.current()).isEqualTo("1 s");
        assertThat(remedy.suggested()).isEqualTo("30 s");
        assertThat(remedy.setAt()).isEqualTo("shop-1.properties:1");
        assertThat(remedy.reason())
                .isEqualTo("zombie law: 10/s abandoned × 2.6 s mean excess = 26 backends working for nobody;"
                        + " the longest statement seen ran 3.0 s, and 30 s leaves it room (the value before the change);"
                        + " let the server cancel first: statement_timeout below it");
    }

    @Test
    void computesAValueWhereNothingWasChanged() {
        Remedy remedy = Judge.of(hypothesis, Second.healthy().declaring(Second.SOCKET_TIMEOUT, "1"), ILL)
                .remedy();

        assertThat(remedy.parameter()).isEqualTo("socketTimeout");
        assertThat(remedy.current()).isEqualTo("1 s");
        assertThat(remedy.suggested()).isEqualTo("6 s");
        assertThat(remedy.reason())
                .isEqualTo("zombie law: 10/s abandoned × 2.6 s mean excess = 26 backends working for nobody;"
                        + " the longest statement seen ran 3.0 s, and 6 s leaves it room twice over;"
                        + " let the server cancel first: statement_timeout below it");
    }

    @Test
    void firstAidNeedsNoDeployment() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.firstAid())
                .hasValue(
                        "client_connection_check_interval is 0: ALTER SYSTEM SET client_connection_check_interval = '500ms';"
                                + " SELECT pg_reload_conf(); ends zombies within a second, without a deployment");
    }

    @Test
    void firstAidThatIsInForceIsNotAdvised() {
        Judge judge = Judge.of(hypothesis, ILL.enforcing("client_connection_check_interval", "500"));

        assertThat(judge.firstAid()).isEmpty();
    }
}
