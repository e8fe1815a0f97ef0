package io.poolwright.audit.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Suppression only(String text) {
        List<Suppression> found = SuppressionText.in("a.cfg", text);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: 1 # poolwright:ignore some-rule load test",
                "; poolwright:ignore some-rule load test",
                "// poolwright:ignore some-rule load test",
                "<!-- poolwright:ignore some-rule load test -->",
                "-- poolwright:ignore some-rule load test",
                "/* poolwright:ignore some-rule load test */",
                "! poolwright:ignore some-rule reason=\"load test\"",
                "#poolwright:ignore some-rule load test",
            })
    void anyCommentWillDo(String line) {
        Suppression found = only(line);

        assertThat(found.rule()).isEqualTo("some-rule");
        assertThat(found.reason()).hasValue("load test");
        assertThat(found.refusal(TODAY)).isEmpty();
    }

    @Test
    void withoutACommentItIsText() {
        assertThat(SuppressionText.in("a.cfg", "say: poolwright:ignore some-rule why"))
                .isEmpty();
    }

    @Test
    void behindSomethingItSpeaksOfItsOwnLine() {
        assertThat(only("a\nb # poolwright:ignore r why\nc").lastLine()).isEqualTo(2);
    }

    @Test
    void aloneItSpeaksOfTheNextLineToo() {
        assertThat(only("a\n  # poolwright:ignore r why\nc\nd").lastLine()).isEqualTo(3);
    }

    @Test
    void severalAboveALineAllSpeakOfIt() {
        List<Suppression> found =
                SuppressionText.in("a.cfg", "# poolwright:ignore r why\n# poolwright:ignore s why\nline\nnext");

        assertThat(found).extracting(Suppression::lastLine).containsExactly(3, 3);
    }

    @Test
    void severalRulesAreSeparatedByCommas() {
        assertThat(SuppressionText.in("a.cfg", "# poolwright:ignore r,s why"))
                .extracting(Suppression::rule)
                .containsExactly("r", "s");
    }

    @Test
    void withoutAReasonItDoesNotCount() {
        assertThat(only("# poolwright:ignore r").refusal(TODAY))
                .hasValue("a.cfg:1: the suppression of r gives no reason and does not count;"
                        + " write: poolwright:ignore r reason=\"why\"");
        assertThat(only("# poolwright:ignore r until=2999-01-01").refusal(TODAY))
                .isPresent();
        assertThat(only("# poolwright:ignore r reason=\"\"").refusal(TODAY)).isPresent();
    }

    @Test
    void itCountsOnItsLastDayAndNotAfter() {
        Suppression until = only("# poolwright:ignore r reason=\"load test\" until=2026-11-21");

        assertThat(until.refusal(TODAY)).isEmpty();
        assertThat(until.refusal(TODAY.plusDays(1)))
                .hasValue("a.cfg:1: the suppression of r ended on 2026-11-21 and counts no more");
    }

    @Test
    void aReasonWithoutQuotesMayHaveAnEndToo() {
        Suppression found = only("<!-- poolwright:ignore r until=2026-12-31 until=the load test ends -->");

        assertThat(found.until()).hasValue(LocalDate.of(2026, 12, 31));
    }

    @Test
    void aDateThatIsNoneIsSaid() {
        assertThat(only("# poolwright:ignore r why until=soon").refusal(TODAY))
                .hasValue("a.cfg:1: the suppression of r does not count: found until=soon; accepted: a date;"
                        + " write: until=2026-12-31");
    }

    @Test
    void noRuleAtAllIsSaid() {
        assertThat(only("# poolwright:ignore").refusal(TODAY)).isPresent();
        assertThat(only("# poolwright:ignore reason=\"why\"").refusal(TODAY)).isPresent();
    }

    @Property
    void anyTextIsAnswered(@ForAll String before, @ForAll String after) {
        SuppressionText.in("a.cfg", before + "# poolwright:ignore " + after);
    }
}
