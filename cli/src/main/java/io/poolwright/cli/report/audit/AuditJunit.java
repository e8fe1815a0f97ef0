package io.poolwright.cli.report.audit;

import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An audit as JUnit XML, for servers that show tests. One suite for each rule that has something to say: what fails is a
 * failure; what is known, suppressed, below the gate or cannot be told is skipped; what could not be read is an error.
 */
public final class AuditJunit {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private record Case(String name, String place, String kind, String message, String body) {}

    private AuditJunit() {}

    /** The text. */
    public static String write(AuditStory story) {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        story.findings().forEach(told -> add(suites, told.finding().rule(), finding(told, story)));
        story.suppressed()
                .forEach(one -> add(
                        suites,
                        one.told().finding().rule(),
                        skipped(one.told(), "suppressed: " + one.by().reason().orElse(""))));
        story.cannotTell()
                .forEach(open -> add(
                        suites,
                        open.rule(),
                        new Case(
                                open.subject(),
                                "",
                                "skipped",
                                "cannot tell without " + String.join("; ", open.missing()),
                                "")));
        story.unread()
                .forEach(one -> add(suites, "input", new Case(one.path(), one.path(), "error", one.reason(), "")));
        story.broken()
                .forEach(reason ->
                        add(suites, "input", new Case("a rule of Poolwright's own", "", "error", reason, "")));
        add(suites, "audit", new Case(Counted.count(story.read().size(), "file") + " read", "", "", "", ""));
        return new AuditJunit().document(suites);
    }

    private static void add(Map<String, List<Case>> suites, String suite, Case one) {
        suites.computeIfAbsent(suite, key -> new ArrayList<>()).add(one);
    }

    private static Case finding(Told told, AuditStory story) {
        if (!story.failing().contains(told)) {
            return skipped(
                    told,
                    told.known() ? "known" : "below --fail-on " + story.gate().words());
        }
        return of(told, "failure", told.finding().message());
    }

    private static Case skipped(Told told, String why) {
        return of(
                told,
                "skipped",
                "%s (%s): %s"
                        .formatted(
                                told.finding().severity().id(),
                                why,
                                told.finding().message()));
    }

    private static Case of(Told told, String kind, String message) {
        Finding finding = told.finding();
        StringBuilder body = new StringBuilder("%s: %s\ninstead: %s\n"
                .formatted(finding.at(), Safe.line(finding.message()), Safe.line(finding.suggestion())));
        for (Related related : finding.related()) {
            body.append("with: %s %s\n".formatted(related.at(), Safe.line(related.role())));
        }
        body.append("more: ").append(RulePage.url(finding.rule())).append('\n');
        String where = told.environments().isEmpty() ? "" : " [" + told.environment() + "]";
        return new Case(finding.at() + where, finding.at().file(), kind, message, body.toString());
    }

    private String document(Map<String, List<Case>> suites) {
        List<Case> all = suites.values().stream().flatMap(List::stream).toList();
        out.append("<testsuites name=\"poolwright audit\"").append(counts(all)).append(">\n");
        suites.forEach((name, cases) -> {
            out.append("  <testsuite name=\"%s\"%s>\n".formatted(xml(name), counts(cases)));
            cases.forEach(one -> put(name, one));
            out.append("  </testsuite>\n");
        });
        return out.append("</testsuites>\n").toString();
    }

    private void put(String suite, Case one) {
        String file = one.place().isEmpty() ? "" : " file=\"%s\"".formatted(xml(one.place()));
        out.append(
                "    <testcase classname=\"%s\" name=\"%s\"%s time=\"0\"".formatted(xml(suite), xml(one.name()), file));
        switch (one.kind()) {
            case "" -> out.append("/>\n");
            case "skipped" ->
                out.append(">\n      <skipped message=\"%s\"/>\n    </testcase>\n".formatted(xml(one.message())));
            default ->
                out.append(">\n      <%s message=\"%s\">%s</%s>\n    </testcase>\n"
                        .formatted(one.kind(), xml(one.message()), body(one.body()), one.kind()));
        }
    }

    private static String counts(List<Case> cases) {
        return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
                .formatted(cases.size(), count(cases, "failure"), count(cases, "error"), count(cases, "skipped"));
    }

    private static long count(List<Case> cases, String kind) {
        return cases.stream().filter(one -> one.kind().equals(kind)).count();
    }

    private static String xml(String raw) {
        return Safe.line(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String body(String raw) {
        return String.join("\n", raw.lines().map(AuditJunit::xml).toList());
    }
}
