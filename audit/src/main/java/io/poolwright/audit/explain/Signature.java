package io.poolwright.audit.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that a product writes, and how to recognise it.
 *
 * @param id the heading of its entry
 * @param patterns any of them is enough
 * @param groups the names of the numbers, in the order of the line
 */
record Signature(
        String id,
        List<Pattern> patterns,
        List<String> groups,
        List<Condition> conditions,
        String page,
        Section section) {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z]\\w{0,40})>");
    private static final String WHEN = "When ";
    private static final String LIKELY = "Likely";
    private static final String LIKELY_WHEN = "Likely when ";
    private static final List<String> SHOWN = List.of("Do", "Rules", "Causes", "Questions", "Source");

    Signature {
        patterns = List.copyOf(patterns);
        groups = List.copyOf(groups);
        conditions = List.copyOf(conditions);
    }

    /** Where in a line it was found, and the numbers that the line has. */
    record Found(Signature signature, int length, Map<String, String> values) {}

    static Signature of(String page, Section section) {
        List<Pattern> patterns = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String text : section.all("Pattern")) {
            String bare = text.substring(1, text.length() - 1);
            patterns.add(Pattern.compile(bare));
            GROUP.matcher(bare).results().map(match -> match.group(1)).forEach(groups::add);
        }
        List<Condition> conditions = section.fields().stream()
                .flatMap(field -> Condition.of(field, WHEN).stream())
                .toList();
        return new Signature(
                section.heading(), patterns, groups.stream().distinct().toList(), conditions, page, section);
    }

    Optional<Found> find(String line) {
        Found best = null;
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find() && (best == null || matcher.end() - matcher.start() > best.length())) {
                best = new Found(this, matcher.end() - matcher.start(), values(pattern, matcher));
            }
        }
        return Optional.ofNullable(best);
    }

    private Map<String, String> values(Pattern pattern, Matcher matcher) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String group : groups) {
            if (pattern.pattern().contains("(?<" + group + ">")) {
                String value = matcher.group(group);
                if (value != null) {
                    values.put(group, value);
                }
            }
        }
        return values;
    }

    /** The entry, with what the numbers of this very line say. */
    Answer answer(Map<String, String> values) {
        List<Field> fields = new ArrayList<>(section.pick(List.of("Product", "Meaning")));
        if (!values.isEmpty()) {
            List<String> said = new ArrayList<>();
            values.forEach((name, value) -> said.add(name + " = " + value));
            fields.add(new Field("In this line", String.join(", ", said)));
        }
        section.first("Numbers").ifPresent(text -> fields.add(new Field("Numbers", text)));
        conditions.stream()
                .filter(condition -> condition.holds(values))
                .forEach(condition -> fields.add(new Field("So", condition.says())));
        section.fields().stream()
                .filter(field -> isLikely(field, values))
                .forEach(field -> fields.add(new Field(LIKELY, field.text())));
        fields.addAll(section.pick(SHOWN));
        return new Answer(Answer.Kind.MESSAGE, id, section.first("Product").orElse("") + ": " + id, page, fields);
    }

    /** A cause that the numbers of the line rule out is not told; without numbers every one is. */
    private static boolean isLikely(Field field, Map<String, String> values) {
        return field.name().equals(LIKELY)
                || Condition.of(field, LIKELY_WHEN)
                        .filter(condition -> !condition.canBeJudged(values) || condition.holds(values))
                        .isPresent();
    }
}
