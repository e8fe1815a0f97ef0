package io.poolwright.config.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of one or more roots. Nothing outside is ever read: an include that leads out of the tree finds nothing.
 */
public final class Tree {
    private final Map<String, SourceFile> byRelative = new LinkedHashMap<>();
    private final List<Unread> skipped;

    /**
     * A tree of these files.
     *
     * @param skipped what was found and cannot be read, with the reason
     */
    public Tree(Collection<? extends SourceFile> files, List<Unread> skipped) {
        files.forEach(file -> byRelative.put(file.relative(), file));
        this.skipped = List.copyOf(skipped);
    }

    /** A tree of texts by path; for tests and standard input. */
    public static Tree of(Map<String, String> texts) {
        List<SourceFile> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(TextFile.of(path, text)));
        return new Tree(files, List.of());
    }

    /** All files, in the order of their paths. */
    public List<SourceFile> files() {
        return List.copyOf(byRelative.values());
    }

    /** What was found and cannot be read. */
    public List<Unread> skipped() {
        return skipped;
    }

    /** The file at a path below the root; {@code .} and {@code ..} are followed, and never lead out. */
    public Optional<SourceFile> file(String relative) {
        return normal(relative).map(byRelative::get);
    }

    /** The files that a pattern with {@code *}, {@code ?} and {@code [a-z]} matches, one folder level for each {@code /}. */
    public List<SourceFile> matching(String glob) {
        Optional<String> plain = normal(glob);
        if (plain.isEmpty()) {
            return List.of();
        }
        Pattern pattern = Globs.pattern(plain.get());
        return byRelative.values().stream()
                .filter(file -> pattern.matcher(file.relative()).matches())
                .toList();
    }

    /** The files in a folder and below. */
    public List<SourceFile> under(String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return byRelative.values().stream()
                .filter(file -> file.relative().startsWith(start))
                .toList();
    }

    /** A path without {@code .} and {@code ..}; empty when it leads out of the tree. */
    public static Optional<String> normal(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }
}
