package io.poolwright.audit.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files as people write them, and what one rule must say of them.
 *
 * <p>A case file holds the cases of the rule that it is named after. {@code @@ fires: title} (or {@code silent}, {@code line},
 * {@code missing}) begins a case, {@code @@ file PATH} a file of its tree, and {@code @@ expect …} says what must come out.
 *
 * @param group {@code fires}, {@code silent}, {@code line} or {@code missing}
 */
record RuleCase(String rule, String group, String title, Map<String, String> files, List<String> expected) {

    static List<RuleCase> parse(String rule, String text) {
        List<RuleCase> cases = new ArrayList<>();
        RuleCase open = null;
        String file = null;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("@@ expect ")) {
                open.expected().add(line.substring("@@ expect ".length()).strip());
                file = null;
            } else if (line.startsWith("@@ file ")) {
                file = line.substring("@@ file ".length()).strip();
                open.files().put(file, "");
            } else if (line.startsWith("@@ ")) {
                String[] head = line.substring(3).split(":", 2);
                open = new RuleCase(rule, head[0].strip(), head[1].strip(), new LinkedHashMap<>(), new ArrayList<>());
                cases.add(open);
                file = null;
            } else if (file != null) {
                open.files().merge(file, line + "\n", String::concat);
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("%s: a line outside of a file: %s".formatted(rule, line));
            }
        }
        return cases;
    }
}
