package io.poolwright.cli.audit;

import io.poolwright.audit.baseline.Baseline;
import io.poolwright.audit.baseline.Known;
import io.poolwright.cli.report.audit.JsonText;
import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.yaml.YamlMap;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.config.yaml.YamlText;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A baseline as a file: JSON, by file and rule, in an order that makes small differences in version control. */
public final class Baselines {
    private static final String SCHEMA = "poolwright/baseline/1";

    private Baselines() {}

    /** The text of a baseline. */
    public static String write(List<Known> known) {
        Map<String, Map<String, List<String>>> files = new TreeMap<>();
        for (Known one : known) {
            files.computeIfAbsent(one.file(), key -> new TreeMap<>())
                    .computeIfAbsent(one.rule(), key -> new ArrayList<>())
                    .add(one.fingerprint());
        }
        files.values().forEach(rules -> rules.values().forEach(prints -> prints.sort(String::compareTo)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("files", files);
        return JsonText.of(root);
    }

    /** Reads it back; refuses what is no baseline, with the line. */
    public static Baseline read(String file, String text) {
        List<YamlNode> documents = YamlText.parse(file, text);
        if (documents.size() != 1 || !(documents.get(0) instanceof YamlMap root)) {
            throw new ConfigSyntaxException(
                    new Origin(file, 1),
                    "no JSON object",
                    "a baseline of Poolwright",
                    "poolwright audit PATH --write-baseline " + file);
        }
        if (root.text("schema").filter(SCHEMA::equals).isEmpty()) {
            throw new ConfigSyntaxException(
                    root.origin(),
                    "schema " + root.text("schema").orElse("missing"),
                    SCHEMA,
                    "poolwright audit PATH --write-baseline " + file);
        }
        List<Known> known = new ArrayList<>();
        YamlMap files = root.map("files");
        files.keys().forEach(path -> {
            YamlMap rules = files.map(path);
            rules.keys().forEach(rule -> rules.list(rule).forEach(print -> {
                if (print instanceof YamlScalar scalar) {
                    known.add(new Known(path, rule, scalar.text()));
                }
            }));
        });
        return new Baseline(known);
    }
}
