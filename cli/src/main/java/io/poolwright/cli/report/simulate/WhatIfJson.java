package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulation for programs. The names of the fields are a contract: {@code docs/schema/simulate-1.schema.json}. */
public final class WhatIfJson {
    /** The contract's name; a change that breaks a reader gets another number. */
    public static final String SCHEMA = "poolwright/simulate/1";

    private WhatIfJson() {}

    /** The text. */
    public static String write(WhatIf it) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("tool", "poolwright " + it.version());
        root.put("subject", it.subject());
        root.put("answer", it.answer().id());
        root.put("why", it.why());
        root.put("exitCode", it.exitCode());
        root.put("partial", it.partial().orElse(null));
        root.put("goal", Maps.goal(it.goal()));
        root.put("conditions", conditions(it.conditions()));
        root.put("before", Maps.outcome(it.before()));
        root.put("after", Maps.outcome(it.after()));
        root.put("layers", it.layers().stream().map(WhatIfJson::layer).toList());
        root.put("recoverySeconds", Maps.number(it.recovery()));
        root.put("loadLineBefore", Maps.line(it.lineBefore()));
        root.put("loadLine", Maps.line(it.line()));
        root.put("curve", points("rate", it.curve()));
        root.put(
                "counterfactuals",
                it.remedies().stream().map(WhatIfJson::remedy).toList());
        root.put("seconds", it.seconds().stream().map(WhatIfJson::second).toList());
        Maps.basis(root, it.basis());
        return JsonText.of(root);
    }

    private static Map<String, Object> conditions(WhatIf.Conditions conditions) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("load", conditions.load());
        one.put("changes", conditions.changes());
        one.put("faults", conditions.faults());
        one.put("seconds", Maps.number(conditions.seconds()));
        one.put("measured", conditions.measured());
        one.put("runs", conditions.runs());
        one.put("seed", conditions.seed());
        return one;
    }

    private static Map<String, Object> layer(Layer layer) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", layer.name());
        one.put("counts", layer.counts());
        one.put("limit", Maps.number(layer.limit()));
        one.put("used", Maps.number(layer.used()));
        one.put("utilisation", Maps.number(layer.utilisation()));
        one.put("waiting", Maps.number(layer.waiting()));
        one.put("fullFrom", Maps.number(layer.full()));
        return one;
    }

    static List<Map<String, Object>> points(String name, List<LoadPoint> points) {
        return points.stream()
                .map(point -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put(name, Maps.number(point.at()));
                    one.put("p50", Maps.estimate(point.outcome().p50()));
                    one.put("p99", Maps.estimate(point.outcome().p99()));
                    one.put("goodShare", Maps.estimate(point.outcome().goodShare()));
                    return one;
                })
                .toList();
    }

    private static Map<String, Object> remedy(Remedy remedy) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("change", remedy.change());
        one.put("effect", remedy.effect().id());
        one.put("popular", remedy.popular());
        one.put("outcome", Maps.outcome(remedy.outcome()));
        return one;
    }

    private static Map<String, Object> second(Second second) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("at", Maps.number(second.at()));
        one.put("offered", Maps.number(second.offered()));
        one.put("good", Maps.number(second.good()));
        one.put("late", Maps.number(second.late()));
        one.put("failed", Maps.number(second.failed()));
        one.put("p50", Maps.number(second.p50()));
        one.put("p99", Maps.number(second.p99()));
        one.put("balancerQueue", Maps.number(second.balancerQueue()));
        one.put("poolUsed", Maps.number(second.used()));
        one.put("poolPending", Maps.number(second.pending()));
        one.put("backends", Maps.number(second.backends()));
        one.put("zombies", Maps.number(second.zombies()));
        return one;
    }
}
