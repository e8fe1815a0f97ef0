package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.JsonText;
import io.poolwright.cli.report.audit.Told;
import io.poolwright.simulate.compare.Compared;
import io.poolwright.simulate.compare.Comparison;
import io.poolwright.simulate.compare.GateVerdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A gate's answer for programs. The names of the fields are a contract: {@code docs/schema/gate-1.schema.json}. */
public final class GateJson {
    /** The contract's name; a change that breaks a reader gets another number. */
    public static final String SCHEMA = "poolwright/gate/1";

    private GateJson() {}

    /** The text. */
    public static String write(Gated it) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("tool", "poolwright " + it.version());
        root.put("before", it.before());
        root.put("after", it.after());
        root.put("verdict", it.verdict().id());
        root.put("exitCode", it.exitCode());
        root.put("partial", it.partial().orElse(null));
        root.put("reasons", it.reasons());
        root.put("newFindings", it.findings().stream().map(GateJson::finding).toList());
        root.put("goneFindings", it.gone());
        root.put("simulated", it.simulated().map(GateJson::simulated).orElse(null));
        root.put("measured", it.measured().map(GateJson::measured).orElse(null));
        root.put("notes", it.notes());
        return JsonText.of(root);
    }

    private static Map<String, Object> finding(Told told) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", told.finding().rule());
        one.put("severity", told.finding().severity().id());
        one.put("file", told.finding().at().file());
        one.put("line", told.finding().at().line());
        one.put("message", told.finding().message());
        one.put("suggestion", told.finding().suggestion());
        return one;
    }

    private static Map<String, Object> simulated(GateVerdict verdict) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("stop", verdict.stop());
        one.put("before", Maps.outcome(Optional.of(verdict.before())));
        one.put("after", Maps.outcome(Optional.of(verdict.after())));
        one.put("loadLineBefore", Maps.line(Optional.of(verdict.lineBefore())));
        one.put("loadLine", Maps.line(Optional.of(verdict.lineAfter())));
        return one;
    }

    private static Map<String, Object> measured(Comparison comparison) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("difference", comparison.difference().id());
        one.put("blockSeconds", comparison.blockSeconds());
        one.put("figures", comparison.figures().stream().map(GateJson::figure).toList());
        return one;
    }

    private static Map<String, Object> figure(Compared figure) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("figure", figure.figure());
        one.put("before", Maps.number(figure.before()));
        one.put("after", Maps.number(figure.after()));
        one.put("change", Maps.number(figure.change()));
        one.put("low", Maps.number(figure.low()));
        one.put("high", Maps.number(figure.high()));
        one.put("difference", figure.difference().id());
        one.put(
                "secondsNeeded",
                figure.secondsNeeded().isPresent() ? figure.secondsNeeded().getAsInt() : null);
        one.put("text", figure.said());
        return one;
    }
}
