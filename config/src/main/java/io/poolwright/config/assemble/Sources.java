package io.poolwright.config.assemble;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.Unread;
import io.poolwright.config.source.UnreadableFileException;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The files of a tree, and what became of reading them. Each file is read and parsed once, for all environments. */
public final class Sources {
    private static final Pattern TELLING = Pattern.compile(
            "haproxy\\.cfg|nginx\\.conf|httpd\\.conf|pgbouncer\\.ini|proxysql\\.cnf"
                    + "|postgresql\\.conf|my\\.cnf|php\\.ini|wp-config\\.php|(docker-)?compose[\\w.-]*\\.ya?ml"
                    + "|(application|bootstrap)[\\w-]*\\.(ya?ml|properties)|(envoy|traefik)\\.ya?ml|server\\.xml|context\\.xml");

    private final Tree tree;
    private final Map<String, ReadFile> read;
    private final Set<Unread> unread;
    private final Map<String, Optional<?>> parsed;
    private final Map<String, SourceFile> byPath = new HashMap<>();

    /** The sources of a tree. */
    public Sources(Tree tree) {
        this(tree, new LinkedHashMap<>(), new LinkedHashSet<>(tree.skipped()), new HashMap<>());
    }

    private Sources(Tree tree, Map<String, ReadFile> read, Set<Unread> unread, Map<String, Optional<?>> parsed) {
        this.tree = tree;
        this.read = read;
        this.unread = unread;
        this.parsed = parsed;
    }

    /**
     * The same without files in folders of other environments, where folders tell environments apart; what is read and
     * reported through it counts here too.
     */
    Sources of(String environment) {
        Predicate<SourceFile> own = file -> EnvironmentName.ofFolders(file.folder())
                .map(name -> EnvironmentName.same(name, environment))
                .orElse(false);
        if (environment.isEmpty() || tree.files().stream().noneMatch(own)) {
            return this;
        }
        List<SourceFile> kept = tree.files().stream()
                .filter(file -> own.test(file)
                        || EnvironmentName.ofFolders(file.folder()).isEmpty())
                .toList();
        return new Sources(new Tree(kept, List.of()), read, unread, parsed);
    }

    /** The files. */
    public Tree tree() {
        return tree;
    }

    /** The file of the tree that an origin speaks of, by {@link SourceFile#path}. */
    public Optional<SourceFile> at(String path) {
        if (byPath.isEmpty()) {
            tree.files().forEach(file -> byPath.put(file.path(), file));
        }
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * The text of a file that is certainly of this product; empty, and reported, when it cannot be read.
     *
     * @param format the product, for the list of files read
     */
    public Optional<String> text(SourceFile file, String format) {
        return remembered("text of " + format, file, format, SourceFile::text);
    }

    /**
     * The text of a file that may be of this product. What cannot be read is nothing; it is reported only when its name says
     * that it is a configuration.
     */
    public Optional<String> peek(SourceFile file) {
        try {
            return Optional.of(file.text());
        } catch (UnreadableFileException e) {
            if (TELLING.matcher(file.name()).matches()) {
                unread.add(Unread.fault(file.path(), e.reason()));
            }
            return Optional.empty();
        }
    }

    /** The documents of a YAML file that is certainly of this product. */
    public Optional<List<YamlNode>> yaml(SourceFile file, String format) {
        return remembered(
                "yaml of " + format, file, format, one -> YamlText.parse(one.path(), one.text(), one.linesBefore()));
    }

    /**
     * What a parser makes of a file, remembered by file and format. A {@link ConfigSyntaxException} or an unreadable file is
     * reported and gives nothing.
     */
    public <T> Optional<T> parse(SourceFile file, String format, Function<SourceFile, T> parser) {
        return remembered(format, file, format, parser);
    }

    @SuppressWarnings("unchecked") // one way of reading has one type
    private <T> Optional<T> remembered(String way, SourceFile file, String format, Function<SourceFile, T> parser) {
        String key = way + '\n' + file.path() + '\n' + file.linesBefore();
        Optional<?> known = parsed.get(key);
        if (known == null) {
            known = parsedNow(file, format, parser);
            parsed.put(key, known);
        }
        return (Optional<T>) known;
    }

    private <T> Optional<T> parsedNow(SourceFile file, String format, Function<SourceFile, T> parser) {
        try {
            T result = parser.apply(file);
            read.putIfAbsent(file.path(), new ReadFile(file.path(), format));
            return Optional.of(result);
        } catch (UnreadableFileException e) {
            unread.add(Unread.fault(file.path(), e.reason()));
        } catch (ConfigSyntaxException e) {
            report(e);
        }
        return Optional.empty();
    }

    /** Reports what a product would refuse. */
    public void report(ConfigSyntaxException refused) {
        unread.add(new Unread(
                refused.origin().file(), Optional.of(refused.origin()), String.valueOf(refused.getMessage()), true));
    }

    /** Reports what was not read, or a remark. */
    public void report(Unread one) {
        unread.add(one);
    }

    /** Files read so far. */
    public List<ReadFile> read() {
        return List.copyOf(read.values());
    }

    /** What was not read so far. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }
}
