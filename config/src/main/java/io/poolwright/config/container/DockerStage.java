package io.poolwright.config.container;

import io.poolwright.config.Secrets;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code FROM} of a Dockerfile with the instructions below it. Source: Dockerfile reference. */
public final class DockerStage {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?::?-([^}]*))?}|([A-Za-z_][A-Za-z0-9_]*))");

    private final DockerInstruction start;
    private final List<DockerInstruction> before;
    private final List<DockerInstruction> lines;

    DockerStage(DockerInstruction start, List<DockerInstruction> before, List<DockerInstruction> lines) {
        this.start = start;
        this.before = before;
        this.lines = lines;
    }

    DockerStage frozen() {
        return new DockerStage(start, List.copyOf(before), List.copyOf(lines));
    }

    /** Where its {@code FROM} stands. */
    public Origin origin() {
        return start.origin();
    }

    /** The image or the stage that it is built upon, defaults of {@code ARG} filled in. */
    public Written from() {
        String image = ShellWords.split(start.rest()).stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .orElse("");
        return fill(image, start.origin(), arguments(before, Map.of()));
    }

    /** Its name after {@code AS}. */
    public Optional<String> name() {
        List<String> words = ShellWords.split(start.rest());
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase("as")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Environment variables by name, as they stand at the end. Secrets are redacted. */
    public Map<String, Written> environment() {
        Map<String, Written> known = new LinkedHashMap<>();
        Map<String, Written> environment = new LinkedHashMap<>();
        Map<String, Written> global = arguments(before, Map.of());
        for (DockerInstruction line : lines) {
            if (line.keyword().equals("ARG")) {
                arguments(List.of(line), global).forEach(known::putIfAbsent);
            } else if (line.keyword().equals("ENV")) {
                pairs(line.rest()).forEach((key, value) -> {
                    Written filled = fill(value, line.origin(), known);
                    Written safe = filled.with(Secrets.redacted(key, filled.text()));
                    known.put(key, safe);
                    environment.put(key, safe);
                });
            }
        }
        return environment;
    }

    /** What is copied into the image from the build context; copies from other stages are left out. */
    public List<DockerCopy> copies() {
        List<DockerCopy> copies = new ArrayList<>();
        for (DockerInstruction line : lines) {
            if (!line.keyword().equals("COPY") && !line.keyword().equals("ADD")) {
                continue;
            }
            List<String> words = line.rest().startsWith("[") ? json(line.rest()) : ShellWords.split(line.rest());
            boolean elsewhere = words.stream().anyMatch(word -> word.startsWith("--from"));
            List<String> paths =
                    words.stream().filter(word -> !word.startsWith("--")).toList();
            for (int i = 0; i + 1 < paths.size() && !elsewhere; i++) {
                copies.add(new DockerCopy(paths.get(i), paths.get(paths.size() - 1), line.origin()));
            }
        }
        return copies;
    }

    /** Ports that are declared. */
    public List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        for (DockerInstruction line : lines) {
            if (line.keyword().equals("EXPOSE")) {
                for (String word : ShellWords.split(line.rest())) {
                    Quantities.count(word.replaceFirst("/.*", "")).ifPresent(ports::add);
                }
            }
        }
        return ports;
    }

    /** The words of the last {@code ENTRYPOINT}. */
    public List<Written> entrypoint() {
        return last("ENTRYPOINT");
    }

    /** The words of the last {@code CMD}. */
    public List<Written> command() {
        return last("CMD");
    }

    private List<Written> last(String keyword) {
        List<Written> words = List.of();
        Map<String, Written> environment = environment();
        for (DockerInstruction line : lines) {
            if (line.keyword().equals(keyword)) {
                List<String> raw = line.rest().startsWith("[") ? json(line.rest()) : ShellWords.split(line.rest());
                boolean shell = !line.rest().startsWith("[");
                words = raw.stream()
                        .map(word ->
                                shell ? fill(word, line.origin(), environment) : Written.plain(word, line.origin()))
                        .toList();
            }
        }
        return words;
    }

    private static Map<String, Written> arguments(List<DockerInstruction> lines, Map<String, Written> global) {
        Map<String, Written> known = new LinkedHashMap<>();
        for (DockerInstruction line : lines) {
            if (line.keyword().equals("ARG")) {
                String first =
                        ShellWords.split(line.rest()).stream().findFirst().orElse("");
                int equals = first.indexOf('=');
                String name = equals < 0 ? first : first.substring(0, equals);
                if (equals >= 0) {
                    known.put(name, fill(first.substring(equals + 1), line.origin(), known));
                } else if (global.containsKey(name)) {
                    known.put(name, global.get(name));
                }
            }
        }
        return known;
    }

    /** {@code A=1 B="2 3"}, or the old {@code A the rest}. */
    private static Map<String, String> pairs(String rest) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String first = rest.split("\\s", 2)[0];
        if (!first.contains("=")) {
            pairs.put(first, rest.substring(first.length()).strip());
            return pairs;
        }
        for (String word : ShellWords.split(rest)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                pairs.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return pairs;
    }

    /** The strings of a JSON list; other values are passed over. */
    private static List<String> json(String rest) {
        List<String> words = new ArrayList<>();
        int at = rest.indexOf('"');
        while (at >= 0) {
            StringBuilder word = new StringBuilder();
            int i = at + 1;
            for (; i < rest.length() && rest.charAt(i) != '"'; i++) {
                if (rest.charAt(i) == '\\' && i + 1 < rest.length()) {
                    i++;
                }
                word.append(rest.charAt(i));
            }
            words.add(word.toString());
            at = rest.indexOf('"', i + 1);
        }
        return words;
    }

    private static Written fill(String text, Origin origin, Map<String, Written> known) {
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        List<String> missing = new ArrayList<>();
        int from = 0;
        while (variable.find()) {
            filled.append(text, from, variable.start());
            from = variable.end();
            String name = variable.group(1) == null ? variable.group(3) : variable.group(1);
            Written value = known.get(name);
            if (value != null && filled.length() + value.text().length() < (1 << 16)) {
                filled.append(value.text());
                missing.addAll(value.missing());
            } else if (variable.group(2) != null) {
                filled.append(variable.group(2));
            } else {
                filled.append(variable.group());
                missing.add(name);
            }
        }
        return new Written(filled.append(text.substring(from)).toString(), missing, origin);
    }
}
