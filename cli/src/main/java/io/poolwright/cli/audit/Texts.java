package io.poolwright.cli.audit;

import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.UnreadableFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of what was read, by the path that people see. */
final class Texts {
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();

    /**
     * Adds a tree.
     *
     * @param environment its name; empty for the only one
     */
    void add(Tree tree, String environment) {
        for (SourceFile file : tree.files()) {
            files.putIfAbsent(file.path(), file);
            keys.putIfAbsent(
                    file.path(), environment.isEmpty() ? file.relative() : environment + ":" + file.relative());
        }
    }

    /** What a file is called in a baseline, from wherever it is read. */
    String key(String path) {
        return keys.getOrDefault(path, path);
    }

    /** The text of a file, if it has one. */
    Optional<String> text(String path) {
        try {
            return Optional.ofNullable(files.get(path)).map(SourceFile::text);
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }

    /** A line, secrets taken out; empty when there is no such line. */
    String line(String path, int number) {
        List<String> all =
                lines.computeIfAbsent(path, key -> List.of(text(key).orElse("").split("\r\n|\r|\n", -1)));
        return number <= all.size() ? Veil.line(all.get(number - 1)) : "";
    }
}
