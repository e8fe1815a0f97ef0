package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.JsonText;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.plan.PlanStep;
import io.poolwright.simulate.plan.PoolPoint;
import io.poolwright.simulate.plan.Recommendation;
import io.poolwright.simulate.plan.Rollback;
import io.poolwright.simulate.plan.Sensitivity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan for programs. The names of the fields are a contract: {@code docs/schema/plan-1.schema.json}. */
public final class PlanJson {
    /** The contract's name; a change that breaks a reader gets another number. */
    public static final String SCHEMA = "poolwright/plan/1";

    private PlanJson() {}

    /** The text. */
    public static String write(Planned it) {
        Plan plan = it.plan();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("tool", "poolwright " + it.version());
        root.put("subject", it.subject());
        root.put("answer", plan.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        root.put("why", it.why());
        root.put("exitCode", it.exitCode());
        root.put("partial", it.partial().orElse(null));
        root.put("abstained", plan.abstained());
        root.put("reasons", plan.reasons());
        root.put("measureNext", plan.measureNext());
        root.put("load", it.load());
        root.put("goal", Maps.goal(it.goal()));
        Map<String, Object> recommended = new LinkedHashMap<>();
        plan.recommended().forEach(one -> recommended.put(one.parameter().id(), recommendation(one)));
        root.put("recommended", recommended);
        root.put("bindingConstraint", plan.binding().map(Maps::bound).orElse(null));
        root.put("loadLine", Maps.line(plan.after().or(plan::before)));
        root.put("loadLineBefore", Maps.line(plan.before()));
        Map<String, Object> predicted = new LinkedHashMap<>();
        predicted.put("before", Maps.outcome(plan.predictedBefore()));
        predicted.put("after", Maps.outcome(plan.predictedAfter()));
        // What was not predicted is neither kept nor broken.
        predicted.put("keepsPromise", plan.predictedAfter().isPresent() ? plan.keepsPromise() : null);
        root.put("predicted", predicted);
        root.put("poolSizes", plan.pools().stream().map(PlanJson::size).toList());
        root.put(
                "sensitivity",
                plan.sensitivity().stream().map(PlanJson::sensitivity).toList());
        root.put("steps", plan.steps().stream().map(PlanJson::step).toList());
        root.put("planNotes", plan.notes());
        Maps.basis(root, it.basis());
        return JsonText.of(root);
    }

    private static Map<String, Object> recommendation(Recommendation one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("present", Maps.number(one.present()));
        map.put("value", Maps.number(one.value()));
        map.put("low", Maps.number(one.low()));
        map.put("high", Maps.number(one.high()));
        map.put("unit", unit(one.parameter()));
        map.put("text", Spoken.value(one.parameter(), one.value()));
        map.put("changes", one.changes());
        map.put("why", one.why());
        return map;
    }

    /** The unit in a word. */
    private static String unit(Parameter parameter) {
        return switch (parameter.unit()) {
            case SECONDS -> "s";
            case PER_SECOND -> "1/s";
            case FACTOR -> "factor";
            case SHARE -> "share";
            case FLAG -> "flag";
            case COUNT ->
                parameter == Parameter.POOL_MAX || parameter == Parameter.DB_CONNECTIONS
                        ? "connections"
                        : parameter == Parameter.APP_WORKERS ? "workers" : "requests";
        };
    }

    private static Map<String, Object> size(PoolPoint point) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("size", point.size());
        map.put("p99WithFailures", Maps.estimate(Optional.of(point.tail())));
        map.put("goodShare", Maps.estimate(Optional.of(point.goodShare())));
        map.put("plateau", Maps.number(point.plateau()));
        return map;
    }

    private static Map<String, Object> sensitivity(Sensitivity one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", one.what());
        map.put("keepsThePromise", one.meets());
        map.put("outcome", Maps.outcome(Optional.of(one.outcome())));
        return map;
    }

    private static Map<String, Object> step(PlanStep step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("setting", step.parameter().id());
        map.put("from", Maps.number(step.from()));
        map.put("to", Maps.number(step.to()));
        map.put("text", step.said());
        map.put("safe", step.safe());
        map.put("predicted", Maps.outcome(Optional.of(step.predicted())));
        map.put("rollback", step.rollback().stream().map(PlanJson::rollback).toList());
        return map;
    }

    private static Map<String, Object> rollback(Rollback rollback) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("metric", rollback.metric());
        map.put("above", Maps.number(rollback.above()));
        map.put("seconds", Maps.number(rollback.seconds()));
        map.put("text", rollback.said());
        return map;
    }
}
