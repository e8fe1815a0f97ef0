package io.poolwright.config.database;

import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.ini.IncludedText;
import io.poolwright.config.ini.Includes;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.model.Origin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds included files inside the tree: relative ones beside the file that includes them, absolute ones by the mounts of the
 * unit that runs the file, or by a tree that mirrors the machine's folders. Nothing outside the tree is read.
 */
public final class TreeIncludes implements Includes {
    private final Sources sources;
    private final SourceFile root;
    private final Optional<Workload> unit;
    private final Map<String, String> relatives = new HashMap<>();

    /**
     * The includes of a file.
     *
     * @param unit who runs it, where that is known
     */
    public TreeIncludes(Sources sources, SourceFile root, Optional<Workload> unit) {
        this.sources = sources;
        this.root = root;
        this.unit = unit;
        relatives.put(root.path(), root.relative());
    }

    /** The text of a file with its lines where they stand in their own file: a file inside a manifest begins further down. */
    public static String placed(SourceFile file) {
        return "\n".repeat(file.linesBefore()) + file.text();
    }

    @Override
    public Optional<IncludedText> file(Origin from, String path) {
        return places(from, path).stream()
                .flatMap(place -> sources.tree().file(place).stream())
                .findFirst()
                .flatMap(this::text);
    }

    @Override
    public Optional<List<IncludedText>> folder(Origin from, String path, String suffix) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (String place : places(from, plain)) {
            List<SourceFile> inside = sources.tree().under(place).stream()
                    .filter(file -> file.folder().equals(place))
                    .toList();
            if (!inside.isEmpty()) {
                return Optional.of(texts(inside, suffix));
            }
        }
        List<SourceFile> mounted = mountedUnder(plain);
        return mounted.isEmpty() ? Optional.empty() : Optional.of(texts(mounted, suffix));
    }

    private List<IncludedText> texts(List<SourceFile> files, String suffix) {
        return files.stream()
                .filter(file -> file.name().endsWith(suffix) && !file.name().startsWith("."))
                .sorted(Comparator.comparing(SourceFile::name))
                .flatMap(file -> text(file).stream())
                .collect(Collectors.toList());
    }

    private Optional<IncludedText> text(SourceFile file) {
        relatives.put(file.path(), file.relative());
        return sources.peek(file).map(text -> new IncludedText(file.path(), text));
    }

    private List<String> places(Origin from, String path) {
        if (!path.startsWith("/")) {
            String relative = relatives.getOrDefault(from.file(), root.relative());
            int slash = relative.lastIndexOf('/');
            return Tree.normal(slash < 0 ? path : relative.substring(0, slash) + "/" + path).stream()
                    .toList();
        }
        String inside = path.substring(1);
        return Stream.of(mounted(path), mirrored(inside))
                .flatMap(Optional::stream)
                .flatMap(place -> Tree.normal(place).stream())
                .toList();
    }

    /** By the mount with the longest path that leads there. */
    private Optional<String> mounted(String path) {
        return unit.stream()
                .flatMap(one -> one.mounts().entrySet().stream())
                .filter(mount -> path.equals(mount.getKey()) || path.startsWith(folder(mount.getKey())))
                .max(Comparator.comparingInt(mount -> mount.getKey().length()))
                .map(mount -> mount.getValue()
                        + path.substring(
                                mount.getKey().length() - (mount.getKey().endsWith("/") ? 1 : 0)));
    }

    /** A tree such as {@code roles/db/etc/mysql/my.cnf} holds {@code /etc/mysql/conf.d} beside it. */
    private Optional<String> mirrored(String inside) {
        int slash = inside.indexOf('/');
        String top = slash < 0 ? inside : inside.substring(0, slash);
        int at = ("/" + root.relative()).indexOf("/" + top + "/");
        return at < 0 ? Optional.empty() : Optional.of(root.relative().substring(0, at) + inside);
    }

    private List<SourceFile> mountedUnder(String path) {
        return unit.stream()
                .flatMap(one -> one.mounts().entrySet().stream())
                .filter(mount -> mount.getKey().startsWith(folder(path)))
                .flatMap(mount -> sources.tree().file(mount.getValue()).stream())
                .toList();
    }

    private static String folder(String path) {
        return path.endsWith("/") ? path : path + "/";
    }
}
