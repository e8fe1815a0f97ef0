package io.poolwright.cli.report.audit;

import io.poolwright.audit.Change;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import io.poolwright.audit.Severity;
import io.poolwright.audit.picture.TimeoutLadder;
import io.poolwright.cli.terminal.Style;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An audit for people at a terminal. Colour only adds: every state is also a word and a sign. */
public final class AuditText {
    private static final int MOST_MISSING = 8;
    private static final int MOST_RULES = 4;
    private static final int MOST_LADDERS = 3;
    private static final String LABEL = "    %-7s";

    private final AuditStory story;
    private final Style style;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private AuditText(AuditStory story, Style style, int width) {
        this.story = story;
        this.style = style;
        this.width = Math.min(Math.max(width, 40), 120);
    }

    /** The lines, without line ends. */
    public static List<String> of(AuditStory story, Style style, int width) {
        return new AuditText(story, style, width).lines();
    }

    private List<String> lines() {
        findings();
        ladders();
        if (story.drift().isPresent()) {
            lines.addAll(DriftText.of(story.drift().get(), style, width));
        }
        story.solved().forEach(solved -> lines.addAll(SolutionText.of(solved, style, width)));
        cannotTell();
        coverage();
        verdict();
        return lines.stream().map(style::plain).toList();
    }

    private void findings() {
        Severity group = null;
        for (Told told : story.shown()) {
            if (told.finding().severity() != group) {
                group = told.finding().severity();
                Severity now = group;
                long count = story.shown().stream()
                        .filter(one -> one.finding().severity() == now)
                        .count();
                lines.add(style.bold("%s (%d)".formatted(group.id(), count)));
            }
            finding(told);
            lines.add("");
        }
        int hidden = story.findings().size() - story.shown().size();
        if (hidden > 0) {
            lines.add(style.faint("%s below %s not shown; show: --level info"
                    .formatted(
                            Counted.count(hidden, "finding"),
                            story.gate().level().id())));
            lines.add("");
        }
    }

    private void finding(Told told) {
        Finding finding = told.finding();
        String known = told.known() ? style.faint("  known") : story.gate().baseline() ? style.warm("  new") : "";
        String where = told.environments().isEmpty() ? "" : "  [%s]".formatted(Safe.line(told.environment()));
        lines.add("  %s %s  %s%s%s"
                .formatted(
                        sign(finding.severity()),
                        style.bold(finding.rule()),
                        Safe.line(finding.at().toString()),
                        where,
                        known));
        Wrap.to(width - 4, Safe.line(finding.message())).forEach(line -> lines.add("    " + line));
        wrapped("cure", finding.suggestion());
        finding.changes().forEach(this::change);
        finding.reachability().ifPresent(load -> wrapped("load", load));
        for (int i = 0; i < finding.related().size(); i++) {
            Related one = finding.related().get(i);
            wrapped(i == 0 ? "with" : "", "%s  %s".formatted(one.at(), one.role()));
        }
        switch (finding.confidence()) {
            case EXPLICIT -> {}
            case DEFAULTED -> wrapped("sure", "as far as a default of the product counts: not every input is written");
            case VERSION_GUESSED -> wrapped("sure", "unless another version is in use: no version is written");
        }
        lines.add(LABEL.formatted("more")
                + style.faint("%s · poolwright explain %s".formatted(RulePage.path(finding.rule()), finding.rule())));
    }

    private void change(Change change) {
        String indent = " ".repeat(11);
        String place = style.faint("  " + Safe.line(change.at().toString()));
        if (change.kind() != Change.Kind.ADD_AFTER) {
            lines.add(indent + style.bad("- ") + Safe.line(change.setting() + " " + change.old()) + place);
        }
        if (change.kind() == Change.Kind.REPLACE) {
            lines.add(indent + style.good("+ ") + Safe.line(change.setting() + " " + change.fresh()));
        } else if (change.kind() == Change.Kind.ADD_AFTER) {
            lines.add(indent + style.good("+ ") + Safe.line(change.fresh()) + place);
        }
    }

    private void wrapped(String label, String text) {
        List<String> parts = Wrap.to(width - 11, Safe.line(text));
        for (int i = 0; i < parts.size(); i++) {
            lines.add(LABEL.formatted(i == 0 ? label : "") + parts.get(i));
        }
    }

    private String sign(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> style.bad(style.mark("✗", "x"));
            case MEDIUM -> style.warm(style.mark("▲", "!"));
            case LOW -> style.mark("●", "-");
            case INFO -> style.faint(style.mark("○", "i"));
        };
    }

    private void ladders() {
        List<TimeoutLadder> inverted = story.stacks().stream()
                .flatMap(stack -> TimeoutLadder.of(stack).stream())
                .filter(TimeoutLadder::isInverted)
                .distinct()
                .toList();
        if (inverted.isEmpty() || story.shown().isEmpty()) {
            return;
        }
        lines.add(style.bold("Timeouts, outermost first; each must be shorter than those before it"));
        for (TimeoutLadder ladder : inverted.subList(0, Math.min(MOST_LADDERS, inverted.size()))) {
            bullet(style.bad(style.mark("✗", "x")), "%s: %s".formatted(ladder.pool(), ladder.line()));
        }
        if (inverted.size() > MOST_LADDERS) {
            lines.add(
                    style.faint("    and %d more; see: --format html=FILE".formatted(inverted.size() - MOST_LADDERS)));
        }
        lines.add("");
    }

    private void cannotTell() {
        Map<String, Set<String>> missing = Counted.missing(story);
        if (missing.isEmpty()) {
            return;
        }
        lines.add(style.bold("Cannot tell (%s)".formatted(Counted.count(missing.size(), "missing input"))));
        missing.entrySet().stream().limit(MOST_MISSING).forEach(one -> {
            List<String> parts = Wrap.to(width - 4, Safe.line(one.getKey()));
            for (int i = 0; i < parts.size(); i++) {
                lines.add("  %s %s".formatted(i == 0 ? style.warm("?") : " ", parts.get(i)));
            }
            List<String> rules = List.copyOf(one.getValue());
            String names = String.join(", ", rules.subList(0, Math.min(MOST_RULES, rules.size())));
            String rest = rules.size() > MOST_RULES ? ", …" : "";
            lines.add(style.faint("    then %s could judge: %s%s".formatted(rules(rules.size()), names, rest)));
        });
        if (missing.size() > MOST_MISSING) {
            lines.add(
                    style.faint("  and %d more; all of them: --format json".formatted(missing.size() - MOST_MISSING)));
        }
        lines.add("");
    }

    private static String rules(int count) {
        return Counted.count(count, "rule");
    }

    private void coverage() {
        lines.add(style.bold("Read ")
                + Counted.count(story.read().size(), "file")
                + (story.read().isEmpty() ? "" : ": " + Counted.formats(story)));
        story.unread().forEach(one -> {
            String place = one.at().map(Origin::toString).orElse(one.path());
            String reason = one.reason().startsWith(place) ? one.reason() : place + ": " + one.reason();
            bullet(style.bad(style.mark("✗", "x")), "not read  " + reason);
        });
        story.broken()
                .forEach(reason ->
                        bullet(style.bad("!"), "a rule of Poolwright's own failed, please report it: " + reason));
        story.notes().forEach(note -> bullet(style.warm(style.mark("▲", "!")), note));
        if (story.gate().level() == Severity.INFO) {
            story.remarks().forEach(one -> bullet(style.faint("i"), one.path() + ": " + one.reason()));
        }
        if (!story.suppressed().isEmpty()) {
            lines.add("  %s by a comment"
                    .formatted(Counted.count(story.suppressed().size(), "finding") + " suppressed"));
        }
        lines.add("");
    }

    private void bullet(String sign, String text) {
        List<String> parts = Wrap.to(width - 4, Safe.line(text));
        for (int i = 0; i < parts.size(); i++) {
            lines.add("  %s %s".formatted(i == 0 ? sign : " ", parts.get(i)));
        }
    }

    private void verdict() {
        String words = Counted.verdict(story);
        String painted = story.exitCode() == 0 ? style.good(words) : style.bad(words);
        String known = story.gate().baseline()
                ? "; %d known"
                        .formatted(story.findings().stream().filter(Told::known).count())
                : "";
        lines.add("%s  (findings: %s%s; exit code %d)"
                .formatted(painted, Counted.severities(story), known, story.exitCode()));
    }
}
