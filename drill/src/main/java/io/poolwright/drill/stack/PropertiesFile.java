package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a Spring-style {@code .properties} file, one key a line, changed the way a person would: the value on its
 * own line, every other line and every comment as it was.
 *
 * @param lines its lines, without their ends
 */
public record PropertiesFile(List<String> lines) {
    public PropertiesFile {
        lines = List.copyOf(lines);
    }

    public static PropertiesFile read(Path file) throws IOException {
        return new PropertiesFile(Files.readAllLines(file));
    }

    /** The value of that key; empty when no line sets it. */
    public Optional<String> value(String key) {
        return lines.stream()
                .filter(line -> sets(line, key))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst();
    }

    /** Every key with its value, in the order of the lines. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return values;
    }

    /** The same text with those values; a key that no line sets is refused. */
    public PropertiesFile with(Map<String, String> changed) {
        changed.forEach((key, value) -> {
            if (value(key).isEmpty()) {
                throw new IllegalArgumentException("no line sets " + key);
            }
        });
        return new PropertiesFile(
                lines.stream().map(line -> changed(line, changed)).toList());
    }

    /** Writes the whole file or none of it. */
    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String changed(String line, Map<String, String> changed) {
        return changed.entrySet().stream()
                .filter(change -> sets(line, change.getKey()))
                .findFirst()
                .map(change -> line.substring(0, line.indexOf('=') + 1) + change.getValue())
                .orElse(line);
    }

    private static boolean sets(String line, String key) {
        int equals = line.indexOf('=');
        return equals > 0 && line.substring(0, equals).strip().equals(key);
    }
}
