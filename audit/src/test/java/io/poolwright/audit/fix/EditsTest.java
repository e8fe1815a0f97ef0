package io.poolwright.audit.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.Change;
import io.poolwright.model.Origin;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final String CFG = "defaults\n  timeout server 30s # long\r\n  timeout queue 30s\nbackend b\n";

    private static Change replace(int line, String old, String fresh) {
        return Change.replace(new Origin("haproxy.cfg", line), "timeout", old, fresh);
    }

    private static FixedText fixed(Change... changes) {
        return Edits.apply(CFG, List.of(changes), 0);
    }

    @Test
    void aValueIsReplacedAndCommentsAndLineEndsStay() {
        assertThat(fixed(replace(2, "30s", "60s")).text())
                .isEqualTo("defaults\n  timeout server 60s # long\r\n  timeout queue 30s\nbackend b\n");
    }

    @Test
    void aValueThatDoesNotStandThereOnceIsRefused() {
        FixedText none = fixed(replace(3, "31s", "9s"));

        assertThat(none.text()).isEqualTo(CFG);
        assertThat(none.refused())
                .extracting(FixedText.Refused::reason)
                .containsExactly("'31s' does not stand there exactly once");
    }

    @Test
    void partOfAWordIsNoValue() {
        assertThat(Edits.apply("a 130s 30s\n", List.of(replace(1, "30s", "9s")), 0)
                        .text())
                .isEqualTo("a 130s 9s\n");
        assertThat(Edits.apply("a 30s 30s\n", List.of(replace(1, "30s", "9s")), 0)
                        .applied())
                .isEmpty();
    }

    @Test
    void theFirstOfTwoChangesToALineWins() {
        FixedText both = fixed(replace(3, "30s", "9s"), replace(3, "30s", "8s"));

        assertThat(both.text()).contains("timeout queue 9s");
        assertThat(both.refused())
                .extracting(FixedText.Refused::reason)
                .containsExactly("another change touches the same line");
    }

    @Test
    void anAddedLineIsAsDeepAsItsSection() {
        Change added = new Change(
                Change.Kind.ADD_AFTER, new Origin("h", 1), "timeout http-request", "", "timeout http-request 10s");

        assertThat(fixed(added).text()).startsWith("defaults\n  timeout http-request 10s\n  timeout server");
    }

    @Test
    void aLineAddedAtTheEndOfAFileWithoutALineEndGetsOne() {
        Change added = new Change(Change.Kind.ADD_AFTER, new Origin("h", 1), "b", "", "b=2");

        assertThat(Edits.apply("a=1", List.of(added), 0).text()).isEqualTo("a=1\nb=2\n");
    }

    @Test
    void severalChangesDoNotMoveEachOther() {
        Change added = new Change(Change.Kind.ADD_AFTER, new Origin("h", 1), "x", "", "x 1");
        Change removed = new Change(Change.Kind.REMOVE, new Origin("h", 2), "timeout server", "", "");

        assertThat(fixed(added, removed, replace(3, "30s", "9s")).text())
                .isEqualTo("defaults\n  x 1\n  timeout queue 9s\nbackend b\n");
    }

    @Test
    void aChangeInsideAManifestCountsItsLines() {
        assertThat(Edits.apply("a 1\nb 2\n", List.of(replace(12, "2", "3")), 10).text())
                .isEqualTo("a 1\nb 3\n");
    }

    @Test
    void aLineThatIsNotThereIsRefused() {
        assertThat(fixed(replace(99, "30s", "9s")).refused())
                .extracting(FixedText.Refused::reason)
                .containsExactly("the file has no line 99");
    }

    @Test
    void theDiffShowsWhatChanges() {
        String after = fixed(replace(3, "30s", "9s")).text();

        assertThat(Diff.of("haproxy.cfg", CFG, after)).isEqualTo("""
                --- haproxy.cfg
                +++ haproxy.cfg
                @@ -1,4 +1,4 @@
                 defaults
                   timeout server 30s # long
                -  timeout queue 30s
                +  timeout queue 9s
                 backend b
                """);
        assertThat(Diff.of("haproxy.cfg", CFG, CFG)).isEmpty();
    }

    @Property(tries = 500)
    void nothingIsLostWhereNothingIsApplied(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 5) int line, @ForAll String old) {
        FixedText fixed = Edits.apply(text, List.of(replace(line, old, "new")), 0);

        assertThat(fixed.applied().size() + fixed.refused().size()).isEqualTo(1);
        if (fixed.applied().isEmpty()) {
            assertThat(fixed.text()).isEqualTo(text);
        }
    }
}
