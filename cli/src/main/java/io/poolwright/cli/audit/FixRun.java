package io.poolwright.cli.audit;

import io.poolwright.audit.Change;
import io.poolwright.audit.fix.Diff;
import io.poolwright.audit.fix.Edits;
import io.poolwright.audit.fix.FixedText;
import io.poolwright.cli.report.audit.AuditStory;
import io.poolwright.cli.report.audit.Safe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Applies the suggested changes to the files that they name, or only shows what would be done. */
public final class FixRun {
    private final boolean write;
    private final List<String> lines = new ArrayList<>();
    private int applied;
    private int refused;

    private FixRun(boolean write) {
        this.write = write;
    }

    /**
     * The lines to print: a diff for each file, and what was left alone.
     *
     * @param write whether files are changed
     */
    public static List<String> of(AuditStory story, boolean write) throws IOException {
        FixRun run = new FixRun(write);
        for (Map.Entry<String, List<Change>> file : byFile(story).entrySet()) {
            run.fix(file.getKey(), file.getValue());
        }
        run.lines.add(run.summary());
        return run.lines;
    }

    private static Map<String, List<Change>> byFile(AuditStory story) {
        Set<Change> changes = new LinkedHashSet<>();
        story.solved().forEach(solved -> changes.addAll(solved.solution().changes()));
        Stream<Change> suggested = story.findings().stream().flatMap(told -> told.finding().changes().stream());
        suggested.forEach(changes::add);
        Map<String, List<Change>> byFile = new LinkedHashMap<>();
        changes.forEach(change -> byFile.computeIfAbsent(change.at().file(), key -> new ArrayList<>())
                .add(change));
        return byFile;
    }

    private void fix(String name, List<Change> changes) throws IOException {
        Optional<Path> path = path(name);
        if (path.isEmpty()) {
            refuse(name, changes.size(), "it is no file that can be written");
            return;
        }
        byte[] bytes = Files.readAllBytes(path.get());
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            refuse(name, changes.size(), "it is not UTF-8, and would not keep its bytes");
            return;
        }
        FixedText fixed = Edits.apply(text, changes, 0);
        applied += fixed.applied().size();
        show(Diff.of(name, text, fixed.text()));
        for (FixedText.Refused one : fixed.refused()) {
            refused++;
            lines.add("left alone: %s %s: %s"
                    .formatted(one.change().at(), one.change().setting(), one.reason()));
        }
        if (write && !fixed.text().equals(text)) {
            Files.writeString(path.get(), fixed.text());
        }
    }

    /** Only the lines that change, secrets taken out: the lines around them are not ours to show. */
    private void show(String diff) {
        diff.lines().filter(line -> !line.startsWith(" ")).map(FixRun::veiled).forEach(lines::add);
    }

    private static String veiled(String line) {
        boolean heading = line.startsWith("---") || line.startsWith("+++") || line.startsWith("@@");
        return Safe.line(heading ? line : line.charAt(0) + Veil.line(line.substring(1)));
    }

    private void refuse(String name, int count, String reason) {
        refused += count;
        lines.add("left alone: %s: %s".formatted(Safe.line(name), reason));
    }

    private static Optional<Path> path(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) && Files.isWritable(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String summary() {
        String left = refused == 0 ? "" : ", %d left alone".formatted(refused);
        if (applied == 0) {
            return "no change could be made by itself" + left;
        }
        String changes = applied == 1 ? "1 change" : applied + " changes";
        return write
                ? "%s written%s; audit again to see what remains".formatted(changes, left)
                : "%s not written%s; write: --fix --yes".formatted(changes, left);
    }
}
