package io.poolwright.cli.report.audit;

import io.poolwright.audit.Change;
import io.poolwright.audit.Related;
import io.poolwright.audit.Severity;
import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.drift.DriftMatrix;
import io.poolwright.audit.solve.Step;
import io.poolwright.config.assemble.ReadFile;
import io.poolwright.config.source.Unread;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An audit for programs. The names of the fields are a contract: {@code docs/schema/audit-1.schema.json}. */
public final class AuditJson {
    /** The contract's name; a change that breaks a reader gets another number. */
    public static final String SCHEMA = "poolwright/audit/1";

    private AuditJson() {}

    /** The text. */
    public static String write(AuditStory story) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("tool", "poolwright " + story.version());
        root.put("summary", summary(story));
        root.put("findings", story.findings().stream().map(AuditJson::finding).toList());
        root.put("cannotTell", story.cannotTell().stream().map(AuditJson::open).toList());
        root.put(
                "suppressed", story.suppressed().stream().map(AuditJson::hushed).toList());
        root.put("read", story.read().stream().map(AuditJson::read).toList());
        root.put("unread", unread(story));
        root.put("remarks", story.remarks().stream().map(AuditJson::unread).toList());
        root.put("notes", story.notes());
        story.drift().ifPresent(matrix -> root.put("drift", drift(matrix)));
        if (!story.solved().isEmpty()) {
            root.put("solved", story.solved().stream().map(AuditJson::solved).toList());
        }
        return JsonText.of(root);
    }

    /** The counts. */
    static Map<String, Object> summary(AuditStory story) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : Counted.WORST_FIRST) {
            counts.put(severity.id(), story.count(severity));
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("findings", story.findings().size());
        summary.put("bySeverity", counts);
        summary.put("known", story.findings().stream().filter(Told::known).count());
        summary.put("suppressed", story.suppressed().size());
        summary.put("cannotTell", story.cannotTell().size());
        summary.put("read", story.read().size());
        summary.put("unread", story.unread().size() + story.broken().size());
        summary.put("failOn", story.gate().words());
        summary.put("exitCode", story.exitCode());
        return summary;
    }

    private static Map<String, Object> finding(Told told) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", told.finding().rule());
        one.put("severity", told.finding().severity().id());
        one.put("confidence", told.finding().confidence().id());
        one.put("reachability", told.finding().reachability().orElse(null));
        one.put("message", told.finding().message());
        one.put("suggestion", told.finding().suggestion());
        place(one, told.finding().at());
        one.put(
                "related",
                told.finding().related().stream().map(AuditJson::related).toList());
        one.put("environment", told.environment());
        one.put("environments", told.environments());
        one.put("subject", told.finding().subject());
        one.put(
                "changes",
                told.finding().changes().stream().map(AuditJson::change).toList());
        one.put("status", told.known() ? "known" : "new");
        one.put("doc", RulePage.url(told.finding().rule()));
        one.put("fingerprint", told.fingerprint());
        return one;
    }

    private static Map<String, Object> related(Related related) {
        Map<String, Object> one = new LinkedHashMap<>();
        place(one, related.at());
        one.put("role", related.role());
        return one;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        place(one, change.at());
        one.put("setting", change.setting());
        one.put("old", change.old());
        one.put("new", change.fresh());
        return one;
    }

    private static Map<String, Object> open(Open open) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", open.rule());
        one.put("missing", open.missing());
        one.put("subject", open.subject());
        one.put("environment", String.join(", ", open.environments()));
        return one;
    }

    private static Map<String, Object> hushed(Hushed hushed) {
        Map<String, Object> one = finding(hushed.told());
        one.put("reason", hushed.by().reason().orElse(""));
        one.put("until", hushed.by().until().map(String::valueOf).orElse(null));
        one.put("suppressedAtLine", hushed.by().at().line());
        return one;
    }

    private static List<Map<String, Object>> unread(AuditStory story) {
        List<Map<String, Object>> all = new ArrayList<>();
        story.unread().forEach(one -> all.add(unread(one)));
        story.broken().forEach(reason -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", "");
            one.put("line", null);
            one.put("reason", "a rule of Poolwright's own failed, please report it: " + reason);
            all.add(one);
        });
        return all;
    }

    private static Map<String, Object> unread(Unread unread) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", unread.path());
        one.put("line", unread.at().map(Origin::line).orElse(null));
        one.put("reason", unread.reason());
        return one;
    }

    private static Map<String, Object> drift(DriftMatrix matrix) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DriftMatrix.Line line : matrix.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            line.row().values().forEach((environment, setting) -> {
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("value", Drift.shown(setting));
                value.put("file", setting.origin().map(Origin::file).orElse(null));
                value.put("line", setting.origin().map(Origin::line).orElse(null));
                values.put(environment, value);
            });
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("part", line.row().part());
            row.put("setting", line.row().setting());
            row.put("state", line.state().name().toLowerCase(Locale.ROOT));
            row.put("values", values);
            rows.add(row);
        }
        Map<String, Object> drift = new LinkedHashMap<>();
        drift.put("environments", matrix.environments());
        drift.put("rows", rows);
        return drift;
    }

    private static Map<String, Object> solved(Solved solved) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Step step : solved.solution().steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("part", step.part().toString());
            one.put("setting", step.setting().name());
            one.put("now", Drift.shown(step.setting()));
            one.put("then", step.fresh());
            one.put("stays", step.stays());
            one.put("why", step.why());
            one.put("file", step.setting().origin().map(Origin::file).orElse(null));
            one.put("line", step.setting().origin().map(Origin::line).orElse(null));
            steps.add(one);
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("environment", solved.environment());
        one.put("steps", steps);
        one.put("open", solved.solution().open());
        return one;
    }

    private static void place(Map<String, Object> into, Origin at) {
        into.put("file", at.file());
        into.put("line", at.line());
    }

    private static Map<String, Object> read(ReadFile file) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", file.path());
        one.put("format", file.format());
        return one;
    }
}
