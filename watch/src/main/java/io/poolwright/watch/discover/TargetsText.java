package io.poolwright.watch.discover;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what was found as the {@code watch} and {@code targets} of a {@code poolwright.yaml}. */
public final class TargetsText {
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off");

    private TargetsText() {}

    /**
     * The text.
     *
     * @param discovery what was found and missed
     * @param folder where the file will stand; paths are written relative to it where they are below it
     * @param remarks what else is to be said of a target, by its name, such as that it did not answer
     */
    public static String of(Discovery discovery, Path folder, Map<String, String> remarks) {
        StringBuilder text = new StringBuilder();
        text.append("watch:\n  interval: 1s\n");
        if (!discovery.found().isEmpty()) {
            text.append("targets:\n");
        }
        for (Found one : discovery.found()) {
            text.append("  # ")
                    .append(relative(one.origin().file(), folder))
                    .append(':')
                    .append(one.origin().line())
                    .append('\n');
            if (remarks.containsKey(one.name())) {
                text.append("  # ")
                        .append(remarks.get(one.name()).replaceAll("\\s+", " "))
                        .append('\n');
            }
            text.append("  ").append(quoted(one.name())).append(":\n");
            line(text, "kind", one.kind().id());
            line(text, "service", one.service());
            line(text, "address", one.address());
            one.options()
                    .forEach((key, value) ->
                            line(text, key, key.equals("secret_file") ? relative(value, folder) : value));
        }
        text.append(discovery.missed().stream()
                .map(missed -> "# not watched: %s:%d: %s\n"
                        .formatted(
                                relative(missed.origin().file(), folder),
                                missed.origin().line(),
                                missed.text()))
                .collect(Collectors.joining()));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static String relative(String file, Path folder) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        Path base = folder.toAbsolutePath().normalize();
        return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
    }

    /** As YAML wants it: plain where nothing can be misread. */
    private static String quoted(String value) {
        boolean plain = value.matches("[A-Za-z/][\\w./:@?=&\\-]*") && !value.endsWith(":") && !WORDS.contains(value);
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }
}
