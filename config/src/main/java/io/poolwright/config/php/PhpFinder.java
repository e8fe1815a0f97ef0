package io.poolwright.config.php;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Leftovers;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the pool files of PHP-FPM and the ini files of PHP: by their endings, and by a cheap look at what they set. */
final class PhpFinder {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*\\.(?:conf|ini|pool)(?:\\.(?:template|tmpl|tpl|j2|jinja2?|erb|in|prod|production|development))?"
                    + "|(?:.*/)?php\\.ini-(?:production|development)|(?:.*/)?php[^/]*\\.ini.*|(?:.*/)?[^/]*fpm[^/]*\\.conf.*");
    private static final Pattern POOL = Pattern.compile("(?m)^[ \\t]*\\[[^\\]\\r\\n]+\\][ \\t]*(?:;.*)?$");
    private static final Pattern POOL_KEY = Pattern.compile(
            "(?m)^[ \\t]*(?:pm(?:\\.[a-z_]+)?|request_(?:terminate|slowlog)_timeout|php(?:_admin)?_(?:value|flag)\\[[^\\]\\r\\n]+\\])[ \\t]*=");
    private static final Pattern INI_KEY = Pattern.compile(
            "(?m)^[ \\t]*(?:memory_limit|max_execution_time|upload_max_filesize|post_max_size|default_socket_timeout"
                    + "|max_input_(?:vars|time)|opcache\\.[a-z_]+|date\\.timezone|zend_extension|session\\.save_handler"
                    + "|display_errors|request_terminate_timeout|pm\\.[a-z_]+)[ \\t]*=");
    private static final Pattern OTHER = Pattern.compile(
            "(?m)^[ \\t]*\\[(?:mysqld?|client|mariadb|server|program:[^\\]\\r\\n]*|supervisord|uwsgi|databases|pgbouncer)\\]");

    private PhpFinder() {}

    /** A file and what it sets. */
    record Found(SourceFile source, PhpIni ini) {}

    /** The pool files. */
    static List<Found> pools(Sources sources, Assembly into) {
        return find(sources, into, "php-fpm", file -> isPool(file, sources));
    }

    /** The ini files. */
    static List<Found> inis(Sources sources, Assembly into) {
        return find(sources, into, "php.ini", file -> isIni(file, sources));
    }

    /** What tells whether a file is wanted. */
    private interface Look {
        boolean wanted(SourceFile file);
    }

    private static List<Found> find(Sources sources, Assembly into, String format, Look look) {
        List<Found> found = new ArrayList<>();
        Stream.concat(sources.tree().files().stream(), into.embedded().stream())
                .filter(file -> NAME.matcher(file.relative()).matches() && !Leftovers.is(file.relative()))
                .filter(look::wanted)
                .forEach(file -> parse(file, sources, format).ifPresent(ini -> found.add(new Found(file, ini))));
        return found;
    }

    private static Optional<PhpIni> parse(SourceFile file, Sources sources, String format) {
        return sources.parse(
                file, format, one -> PhpIni.parse(one.path(), "\n".repeat(one.linesBefore()) + one.text()));
    }

    private static boolean isPool(SourceFile file, Sources sources) {
        return !file.name().contains(".ini")
                && sources.peek(file)
                        .filter(text -> POOL.matcher(text).find()
                                && POOL_KEY.matcher(text).find())
                        .isPresent();
    }

    private static boolean isIni(SourceFile file, Sources sources) {
        return file.name().contains(".ini")
                && sources.peek(file)
                        .filter(text -> INI_KEY.matcher(text).find()
                                && !OTHER.matcher(text).find())
                        .isPresent();
    }
}
