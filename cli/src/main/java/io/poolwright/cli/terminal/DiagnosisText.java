package io.poolwright.cli.terminal;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Evidence;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A diagnosis as lines of text: the cause with its evidence, who is cleared by what, and what to change. */
public final class DiagnosisText {
    private DiagnosisText() {}

    /** The lines, without line ends. */
    public static List<String> of(Diagnosis diagnosis, Style style) {
        List<String> lines = new ArrayList<>();
        diagnosis
                .rootCause()
                .ifPresentOrElse(
                        cause -> lines.add(style.bold("Cause: " + cause.title()) + style.faint("  " + cause.id())),
                        () -> lines.add(style.bold("Cause: cannot tell yet")));
        for (Assessment cause : diagnosis.with(Verdict.CAUSE)) {
            for (Evidence piece : cause.evidence()) {
                lines.add("  %s %s%s"
                        .formatted(
                                sign(piece.side(), style),
                                piece.text(),
                                style.faint(String.format(Locale.ROOT, "  %+.0f dB", piece.decibans()))));
            }
        }
        section(lines, style, diagnosis, Verdict.CONTRIBUTING, "Contributing", style.mark("◐", "~"));
        section(lines, style, diagnosis, Verdict.CLEARED, "Cleared by measurement", style.mark("✓", "ok"));
        section(lines, style, diagnosis, Verdict.CANNOT_TELL, "Cannot tell", "?");
        diagnosis.rootCause().ifPresent(cause -> {
            cause.remedy().ifPresent(remedy -> change(lines, style, remedy));
            cause.firstAid().ifPresent(aid -> lines.add("  first aid   " + aid));
        });
        for (String warning : diagnosis.warnings()) {
            lines.add("  " + style.bad(style.mark("▲ ", "! ") + warning));
        }
        return lines.stream().map(style::plain).toList();
    }

    private static void change(List<String> lines, Style style, Remedy remedy) {
        lines.add(
                style.bold("Change: %s  %s → %s".formatted(remedy.parameter(), remedy.current(), remedy.suggested())));
        lines.add("  where       " + remedy.setAt());
        lines.add("  why         " + remedy.reason());
    }

    private static void section(
            List<String> lines, Style style, Diagnosis diagnosis, Verdict verdict, String title, String mark) {
        List<Assessment> suspects = diagnosis.with(verdict);
        if (suspects.isEmpty()) {
            return;
        }
        lines.add(style.bold(title));
        for (Assessment suspect : suspects) {
            lines.add("  %s %-46s %s".formatted(mark, suspect.title(), style.faint(suspect.decisive())));
        }
    }

    private static String sign(Evidence.Side side, Style style) {
        return switch (side) {
            case FOR -> style.mark("●", "+");
            case AGAINST, REFUTES -> style.mark("○", "-");
            case MISSING -> "?";
        };
    }
}
