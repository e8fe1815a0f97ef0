package io.poolwright.cli.report.audit;

import io.poolwright.audit.Severity;
import io.poolwright.audit.drift.DriftMatrix;
import io.poolwright.config.assemble.ReadFile;
import io.poolwright.config.source.Unread;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;

/**
 * All that an audit has to say, before it takes a form.
 *
 * @param version of Poolwright
 * @param stacks what was judged, one for each environment
 * @param findings those that nobody keeps quiet, worst first, then outermost layer first
 * @param read files that were read
 * @param unread what should have been read and could not be
 * @param remarks what was left alone on purpose
 * @param notes about comments and the baseline, in sentences
 * @param broken rules of ours that failed, with the reason
 * @param drift the environments beside each other, when there are several
 * @param solved the whole consistent set, when it was asked for
 */
public record AuditStory(
        String version,
        List<Stack> stacks,
        List<Told> findings,
        List<Hushed> suppressed,
        List<Open> cannotTell,
        List<ReadFile> read,
        List<Unread> unread,
        List<Unread> remarks,
        List<String> notes,
        List<String> broken,
        Optional<DriftMatrix> drift,
        List<Solved> solved,
        Gate gate) {
    public AuditStory {
        stacks = List.copyOf(stacks);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        cannotTell = List.copyOf(cannotTell);
        read = List.copyOf(read);
        unread = List.copyOf(unread);
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
        broken = List.copyOf(broken);
        solved = List.copyOf(solved);
    }

    /** Findings that fail: new ones at or above the gate. */
    public List<Told> failing() {
        return findings.stream()
                .filter(told -> !told.known())
                .filter(told -> gate.failOn()
                        .filter(lowest -> told.finding().severity().compareTo(lowest) >= 0)
                        .isPresent())
                .toList();
    }

    /** Findings of a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(told -> told.finding().severity() == severity)
                .count();
    }

    /** Findings at or above the level that is shown to people. */
    public List<Told> shown() {
        return findings.stream()
                .filter(told -> told.finding().severity().compareTo(gate.level()) >= 0)
                .toList();
    }

    /** Whether everything could be read and judged. */
    public boolean isComplete() {
        return unread.isEmpty() && broken.isEmpty();
    }

    /** 1 when something fails, else 3 when something could not be read or judged, else 0. */
    public int exitCode() {
        if (!failing().isEmpty()) {
            return 1;
        }
        return isComplete() ? 0 : 3;
    }
}
