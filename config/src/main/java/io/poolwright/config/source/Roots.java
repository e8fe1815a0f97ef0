package io.poolwright.config.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Lists the files under paths on disk.
 *
 * <p>Bounded: {@value #MOST_FILES} files, {@value #DEEPEST} levels. Folders that hold no configuration of the team's own
 * (version control, dependencies, build output) are passed over. A link is followed only to a file inside its root.
 */
public final class Roots {
    /** Most files that are listed. */
    public static final int MOST_FILES = 100_000;

    private static final int DEEPEST = 40;

    private static final Set<String> PASSED_OVER = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            "bower_components",
            ".gradle",
            ".idea",
            ".vscode",
            ".mvn",
            ".terraform",
            "__pycache__",
            ".venv",
            "venv",
            ".cache",
            ".tox",
            ".next",
            ".nuxt",
            "target",
            "build",
            "out",
            "dist");

    private Roots() {}

    /** The tree of these paths, each a file or a folder. */
    public static Tree read(List<Path> paths) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        List<Unread> skipped = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(new DiskFile(path, shown(path), shown(path.getFileName())));
                continue;
            }
            Walk walk = new Walk(path, path.toRealPath(), paths.size() > 1 ? name(path) + "/" : "", files, skipped);
            Files.walkFileTree(path, Set.of(), DEEPEST, walk);
        }
        files.sort(Comparator.comparing(SourceFile::relative));
        return new Tree(files, skipped);
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String name(Path path) {
        Path last = path.normalize().getFileName();
        return last == null ? "" : last.toString();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path real;
        private final String before;
        private final List<SourceFile> files;
        private final List<Unread> skipped;

        Walk(Path root, Path real, String before, List<SourceFile> files, List<Unread> skipped) {
            this.root = root;
            this.real = real;
            this.before = before;
            this.files = files;
            this.skipped = skipped;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean ours = folder.equals(root) || !PASSED_OVER.contains(name(folder));
            return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (files.size() >= MOST_FILES) {
                skipped.add(Unread.fault(
                        shown(root), "it holds more than %,d files; the rest was not read".formatted(MOST_FILES)));
                return FileVisitResult.TERMINATE;
            }
            String path = shown(root.equals(Path.of(".")) ? root.relativize(file) : file);
            if (attributes.isSymbolicLink() && !leadsInside(file)) {
                skipped.add(Unread.remark(path, "it is a link that leads out of " + shown(root) + " or nowhere"));
            } else if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                files.add(new DiskFile(file, path, before + shown(root.relativize(file))));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            skipped.add(Unread.fault(shown(file), "it cannot be read: " + e.getMessage()));
            return FileVisitResult.CONTINUE;
        }

        private boolean leadsInside(Path link) throws IOException {
            if (!Files.isRegularFile(link)) {
                return false;
            }
            return link.toRealPath().startsWith(real);
        }
    }
}
