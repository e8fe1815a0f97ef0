package io.poolwright.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.poolwright.cli.report.Outcome;
import io.poolwright.diagnose.Chronicle;
import io.poolwright.diagnose.Remedy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The machine-readable faces of a run. Field names are a contract: see {@code docs/json.md}. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /** What was said over a run: the same bytes for the same looks. */
    public static String diagnosis(Chronicle chronicle) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", 1);
        root.put("alerts", chronicle.alerts());
        root.put("causes", chronicle.causes());
        root.put("conclusion", chronicle.conclusion());
        return text(root);
    }

    /** How a run ended. */
    public static String outcome(Outcome outcome, RunFolder folder, Map<String, Double> cpu) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", 1);
        root.put("drill", outcome.drill());
        root.put("valid", outcome.invalid().isEmpty());
        root.put("invalidBecause", outcome.invalid());
        root.put("expected", outcome.expected());
        root.put("alertAfterSeconds", rounded(outcome.alertAfter()));
        root.put("rootCause", outcome.rootCause().map(cause -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            Optional<Remedy> remedy = cause.remedy();
            fields.put("id", cause.id());
            fields.put("title", cause.title());
            fields.put("parameter", remedy.map(Remedy::parameter));
            fields.put("current", remedy.map(Remedy::current));
            fields.put("suggested", remedy.map(Remedy::suggested));
            fields.put("setAt", remedy.map(Remedy::setAt));
            fields.put("reason", remedy.map(Remedy::reason));
            fields.put("firstAid", cause.firstAid());
            return fields;
        }));
        root.put("rootCauseAfterSeconds", rounded(outcome.rootCauseAfter()));
        root.put("cleared", outcome.cleared());
        root.put("wrongCauses", outcome.wrongCauses());
        root.put("recovered", outcome.recovered());
        root.put("recoveredAfterSeconds", rounded(outcome.recoveredAfter()));
        root.put("goodput", outcome.goodput());
        root.put("seconds", rounded(OptionalDouble.of(outcome.seconds())));
        root.put("cpuSecondsPerMinute", cpu);
        root.put("folder", folder.path().toString());
        return text(root);
    }

    private static OptionalDouble rounded(OptionalDouble seconds) {
        return seconds.isPresent() ? OptionalDouble.of(Math.round(seconds.getAsDouble() * 10) / 10.0) : seconds;
    }

    private static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours does not serialise", e);
        }
    }
}
