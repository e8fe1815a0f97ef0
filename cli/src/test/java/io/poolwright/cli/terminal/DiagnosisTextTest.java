package io.poolwright.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Evidence;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosisTextTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Diagnosis FOUND = new Diagnosis(
            AT,
            List.of(),
            List.of(
                    suspect("pool-too-small", "Pool too small", Verdict.CAUSE, Evidence.Side.FOR, "full", 20),
                    suspect(
                            "app-cpu",
                            "Code burns time",
                            Verdict.CLEARED,
                            Evidence.Side.REFUTES,
                            "3.5 % of a core",
                            -60),
                    suspect("lock", "Locks", Verdict.CANNOT_TELL, Evidence.Side.MISSING, "wait events", 0)),
            Optional.of(new RootCause(
                    "pool-too-small",
                    "Pool too small",
                    AT,
                    Optional.of(new Remedy("maximumPoolSize", "shop-1.properties:1", "2", "20", "Erlang C")),
                    Optional.of("wait"))),
            List.of("do not scale out"));

    private static Assessment suspect(
            String id, String title, Verdict verdict, Evidence.Side side, String text, double decibans) {
        return new Assessment(id, title, verdict, decibans, List.of(new Evidence(side, text, decibans)));
    }

    @Test
    void saysCauseEvidenceClearedMissingAndChange() {
        assertThat(DiagnosisText.of(FOUND, new Style(false, true)))
                .containsExactly(
                        "Cause: Pool too small  pool-too-small",
                        "  ● full  +20 dB",
                        "Cleared by measurement",
                        "  ✓ Code burns time                                3.5 % of a core",
                        "Cannot tell",
                        "  ? Locks                                          wait events",
                        "Change: maximumPoolSize  2 → 20",
                        "  where       shop-1.properties:1",
                        "  why         Erlang C",
                        "  first aid   wait",
                        "  ▲ do not scale out");
    }

    @Test
    void plainTerminalsGetPlainCharacters() {
        assertThat(String.join("\n", DiagnosisText.of(FOUND, new Style(false, false))))
                .contains("  + full  +20 dB")
                .contains("  ok Code burns time")
                .contains("Change: maximumPoolSize  2 -> 20")
                .contains("  ! do not scale out")
                .matches(text -> text.chars().allMatch(c -> c < 128));
    }

    @Test
    void noCauseIsSaidAsSuch() {
        Diagnosis open = new Diagnosis(AT, List.of(), List.of(), Optional.empty(), List.of());

        assertThat(DiagnosisText.of(open, new Style(false, true))).containsExactly("Cause: cannot tell yet");
    }
}
