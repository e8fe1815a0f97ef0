package io.poolwright.audit.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.Confidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Severity;
import io.poolwright.model.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Suppressions of(String text) {
        return new Suppressions(SuppressionText.in("a.yml", text), Set.of("r", "s"), TODAY);
    }

    private static Finding finding(String rule, int line) {
        return new Finding(
                rule,
                Severity.HIGH,
                Confidence.EXPLICIT,
                Optional.empty(),
                "part",
                new Origin("a.yml", line),
                "message",
                "suggestion",
                List.of(),
                List.of());
    }

    @Test
    void keepsItsRuleQuietOnItsLineOnly() {
        Suppressions all = of("x: 1\n# poolwright:ignore r why\ny: 2\nz: 3");

        assertThat(all.of(finding("r", 3))).isPresent();
        assertThat(all.of(finding("r", 4))).isEmpty();
        assertThat(all.of(finding("r", 1))).isEmpty();
        assertThat(all.of(finding("s", 3))).isEmpty();
    }

    @Test
    void oneThatHasEndedKeepsNothingQuiet() {
        Suppressions all = of("y: 2 # poolwright:ignore r why until=2026-11-20");

        assertThat(all.of(finding("r", 1))).isEmpty();
        assertThat(all.refusals()).hasSize(1);
    }

    @Test
    void aRuleThatDoesNotExistIsSaid() {
        assertThat(of("y: 2 # poolwright:ignore rr why").refusals())
                .containsExactly(
                        "a.yml:1: the suppression names rr, which is no rule; the rules: poolwright rules list");
    }
}
