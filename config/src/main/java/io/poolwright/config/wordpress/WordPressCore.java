package io.poolwright.config.wordpress;

import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.wordpress.PhpStatement.Place;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Examines {@code wp-settings.php}, a core file: do its includes exist, and does it hold what only a configuration would?
 *
 * <p>Whether a file exists is asked only where the folders of the core lie in the tree, nearly complete.
 */
final class WordPressCore {
    /** Values of a site that no release of WordPress defines in its bootstrap. */
    private static final Pattern OF_THE_SITE = Pattern.compile(
            "DB_(?:NAME|USER|PASSWORD|HOST|CHARSET|COLLATE)|WP_(?:HOME|SITEURL|ENVIRONMENT_TYPE)|DISABLE_WP_CRON"
                    + "|(?:AUTH|SECURE_AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)|FS_METHOD|FTP_\\w+|DISALLOW_FILE_(?:EDIT|MODS)");
    /** What releases since 3.0 define there; older ones defined more, and did not call {@code wp_initial_constants}. */
    private static final Set<String> OF_THE_CORE = Set.of("WPINC", "MULTISITE");

    private final SourceFile file;
    private final PhpScript script;
    private final boolean recent;
    private final Tree tree;

    WordPressCore(SourceFile file, PhpScript script, String text, Tree tree) {
        this.file = file;
        this.script = script;
        this.recent = text.contains("wp_initial_constants");
        this.tree = tree;
    }

    List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>();
        List<Setting<?>> missing = new ArrayList<>();
        int asked = 0;
        for (PhpStatement statement : script.statements()) {
            if (statement instanceof PhpStatement.Include include && include.place() != Place.FUNCTION) {
                Optional<String> path = path(include.target());
                if (path.filter(target -> !target.endsWith(".php")).isPresent()) {
                    settings.add(broken(include, path.get(), "does not end in .php"));
                } else if (path.isPresent() && isHere(path.get())) {
                    asked++;
                    if (tree.file(beside(path.get())).isEmpty()) {
                        missing.add(broken(include, path.get(), "does not exist"));
                    }
                } else if (include.target().text().isPresent()) {
                    String foreign = include.target().text().get();
                    settings.add(Setting.declared("foreign include " + foreign, foreign, foreign, include.origin()));
                }
            } else if (statement instanceof PhpStatement.Define define
                    && define.place() != Place.FUNCTION
                    && isOfTheSite(define)) {
                settings.add(Setting.declared(
                        "foreign define " + define.constant(), define.constant(), define.constant(), define.origin()));
            }
        }
        boolean complete = missing.size() * 5 <= asked;
        if (complete) {
            settings.addAll(missing);
        }
        boolean known = asked > 0 && complete;
        settings.add(
                known
                        ? Setting.defaulted("wp-includes", true, "the tree")
                        : Setting.unknown(
                                "wp-includes",
                                "the folder wp-includes beside %s is not here, or not complete"
                                        .formatted(file.relative())));
        return settings;
    }

    private static Setting<String> broken(PhpStatement.Include include, String path, String how) {
        return Setting.declared("broken include " + path, how, path, include.origin());
    }

    /** The path below the installation, where it is written with {@code ABSPATH} and {@code WPINC} and texts alone. */
    private static Optional<String> path(PhpValue target) {
        StringBuilder path = new StringBuilder();
        List<PhpValue.Part> parts = target.parts();
        if (!(parts.get(0) instanceof PhpValue.Constant first) || !first.name().equals("ABSPATH") || parts.size() < 2) {
            return Optional.empty();
        }
        for (PhpValue.Part part : parts.subList(1, parts.size())) {
            if (part instanceof PhpValue.Constant constant && constant.name().equals("WPINC")) {
                path.append("wp-includes");
            } else if (part.known().isPresent()) {
                path.append(part.known().get());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(path.toString());
    }

    private boolean isHere(String path) {
        String folder = path.startsWith("wp-includes/") ? "wp-includes/version.php" : "wp-admin/admin.php";
        return (path.startsWith("wp-includes/") || path.startsWith("wp-admin/"))
                && tree.file(beside(folder)).isPresent();
    }

    private String beside(String path) {
        return file.folder().isEmpty() ? path : file.folder() + "/" + path;
    }

    private boolean isOfTheSite(PhpStatement.Define define) {
        return OF_THE_SITE.matcher(define.constant()).matches()
                || (recent
                        && define.place() == Place.ALWAYS
                        && define.constant().startsWith("WP_")
                        && !OF_THE_CORE.contains(define.constant()));
    }
}
