package io.poolwright.cli.report.audit;

import io.poolwright.audit.Related;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Severity;
import io.poolwright.model.stack.Layer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An audit as a SARIF 2.1.0 log (OASIS), which code hosts show beside the lines. */
public final class AuditSarif {
    private static final String HOME = "https://github.com/poolwright/poolwright";

    private final AuditStory story;
    private final SarifPlaces places;
    private final Map<String, RuleSpec> rules = new TreeMap<>();

    private AuditSarif(AuditStory story, Path here) {
        this.story = story;
        this.places = new SarifPlaces(here);
        story.findings().forEach(told -> rules.put(told.rule().id(), told.rule()));
        story.suppressed()
                .forEach(one -> rules.put(one.told().rule().id(), one.told().rule()));
    }

    /**
     * The text.
     *
     * @param here the working folder; files in it are named from there
     */
    public static String write(AuditStory story, Path here) {
        return JsonText.of(new AuditSarif(story, here).log());
    }

    private Map<String, Object> log() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver()));
        run.put("invocations", List.of(invocation()));
        run.put(
                "originalUriBaseIds",
                Map.of(SarifPlaces.ROOT, Map.of("description", text("The folder in which the audit was started."))));
        run.put("columnKind", "utf16CodeUnits");
        List<Map<String, Object>> results = new ArrayList<>();
        story.findings().forEach(told -> results.add(result(told, Optional.empty())));
        story.suppressed().forEach(one -> results.add(result(one.told(), Optional.of(one))));
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Poolwright");
        driver.put("informationUri", HOME);
        driver.put("version", story.version());
        driver.put("rules", rules.values().stream().map(AuditSarif::rule).toList());
        return driver;
    }

    private static Map<String, Object> rule(RuleSpec spec) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", spec.id());
        rule.put("shortDescription", text(spec.title()));
        rule.put(
                "fullDescription",
                text(spec.source().isEmpty() ? spec.title() : spec.title() + ". Source: " + spec.source()));
        String page = RulePage.text(spec.id()).orElse(spec.title() + "\n\n" + RulePage.url(spec.id()));
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", page);
        help.put("markdown", page);
        rule.put("help", help);
        rule.put("helpUri", RulePage.url(spec.id()));
        rule.put("defaultConfiguration", Map.of("level", level(spec.severity())));
        List<String> tags =
                new ArrayList<>(List.of("connection-pool", spec.scope().id()));
        spec.layers().stream().map(Layer::id).forEach(tags::add);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", tags);
        properties.put("severity", spec.severity().id());
        rule.put("properties", properties);
        return rule;
    }

    private Map<String, Object> invocation() {
        List<Map<String, Object>> notes = new ArrayList<>();
        story.unread()
                .forEach(one -> notes.add(notification(
                        "error",
                        one.reason(),
                        one.at().map(places::location).orElseGet(() -> places.location(one.path())))));
        story.broken()
                .forEach(reason -> notes.add(notification(
                        "error", "a rule of Poolwright's own failed, please report it: " + reason, Map.of())));
        story.notes().forEach(note -> notes.add(notification("warning", note, Map.of())));
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", story.isComplete());
        invocation.put("exitCode", story.exitCode());
        invocation.put("toolExecutionNotifications", notes);
        return invocation;
    }

    private static Map<String, Object> notification(String level, String message, Map<String, Object> location) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level);
        notification.put("message", text(message));
        if (!location.isEmpty()) {
            notification.put("locations", List.of(location));
        }
        return notification;
    }

    private Map<String, Object> result(Told told, Optional<Hushed> hushed) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", told.finding().rule());
        result.put(
                "ruleIndex", List.copyOf(rules.keySet()).indexOf(told.finding().rule()));
        result.put("level", level(told.finding().severity()));
        result.put(
                "message",
                text(told.finding().message() + "\nInstead: " + told.finding().suggestion()));
        result.put("locations", List.of(places.location(told.finding().at())));
        List<Map<String, Object>> related = new ArrayList<>();
        for (Related one : told.finding().related()) {
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("id", related.size() + 1);
            location.putAll(places.location(one.at()));
            location.put("message", text(one.role()));
            related.add(location);
        }
        if (!related.isEmpty()) {
            result.put("relatedLocations", related);
        }
        result.put("partialFingerprints", Map.of("poolwright/v1", told.fingerprint()));
        if (story.gate().baseline()) {
            result.put("baselineState", told.known() ? "unchanged" : "new");
        }
        hushed.ifPresent(one -> result.put("suppressions", List.of(suppression(one))));
        result.put("properties", properties(told));
        return result;
    }

    private Map<String, Object> suppression(Hushed hushed) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "inSource");
        suppression.put("status", "accepted");
        hushed.by().reason().ifPresent(reason -> suppression.put("justification", reason));
        suppression.put("location", places.location(hushed.by().at()));
        return suppression;
    }

    private static Map<String, Object> properties(Told told) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("severity", told.finding().severity().id());
        properties.put("confidence", told.finding().confidence().id());
        told.finding().reachability().ifPresent(load -> properties.put("reachability", load));
        properties.put("subject", told.finding().subject());
        if (!told.environments().isEmpty()) {
            properties.put("environment", told.environment());
        }
        return properties;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text.isEmpty() ? "-" : text);
    }
}
