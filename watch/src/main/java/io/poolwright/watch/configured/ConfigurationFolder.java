package io.poolwright.watch.configured;

import io.poolwright.config.assemble.ReadFile;
import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Roots;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of configuration that is read again when a file that was read has changed, and every half minute for the sake of
 * new ones. For one thread.
 */
public final class ConfigurationFolder {
    private static final Duration ANEW = Duration.ofSeconds(30);

    private final Path folder;
    private final String environment;
    private Optional<Configuration> last = Optional.empty();
    private Map<Path, String> stamps = Map.of();
    private Instant readAt = Instant.EPOCH;

    /**
     * A folder.
     *
     * @param environment which of its environments is watched; its first when it has none of that name
     */
    public ConfigurationFolder(Path folder, String environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What the files say now; empty when they say what they said before. */
    public Optional<Configuration> changed(Instant now) {
        boolean due = Duration.between(readAt, now).compareTo(ANEW) >= 0;
        if (last.isPresent() && !due && stamps(stamps.keySet()).equals(stamps)) {
            return Optional.empty();
        }
        readAt = now;
        Optional<Configuration> fresh = read();
        boolean same = fresh.isPresent() && last.isPresent() && same(fresh.get(), last.get());
        last = fresh.or(() -> last);
        return same ? Optional.empty() : fresh;
    }

    private static boolean same(Configuration a, Configuration b) {
        return a.declared().equals(b.declared()) && a.unread().equals(b.unread()) && told(a).equals(told(b));
    }

    private static List<String> told(Configuration configuration) {
        return configuration.stack().parts().stream()
                .map(part -> part.id() + part.settings().all())
                .toList();
    }

    private Optional<Configuration> read() {
        try {
            Tree found = Roots.read(List.of(folder));
            Tree tree = new Tree(found.files().stream().map(Below::new).toList(), found.skipped());
            Reading reading = StackReader.read(tree);
            stamps = stamps(reading.read().stream()
                    .map(ReadFile::path)
                    .map(folder::resolve)
                    .toList());
            Stack stack = reading.stacks().stream()
                    .filter(one -> one.environment().equals(environment))
                    .findFirst()
                    .or(() -> reading.stacks().stream().findFirst())
                    .orElseGet(() -> new Stack("", List.of(), List.of(), Settings.NONE));
            Services services = new Services(stack, tree);
            return Optional.of(new Configuration(
                    stack,
                    Declared.of(stack, tree, services),
                    Parts.of(stack, services),
                    reading.unread().stream()
                            .filter(one -> one.fault())
                            .map(one -> one.reason())
                            .toList()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file by its path below the folder: whoever reads an alert knows the folder, and its path may be long. */
    private record Below(SourceFile file) implements SourceFile {
        @Override
        public String path() {
            return file.relative();
        }

        @Override
        public String relative() {
            return file.relative();
        }

        @Override
        public String text() {
            return file.text();
        }

        @Override
        public int linesBefore() {
            return file.linesBefore();
        }
    }

    private static Map<Path, String> stamps(Iterable<Path> files) {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path file : files) {
            stamps.put(file, stamp(file));
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "gone";
        }
    }
}
