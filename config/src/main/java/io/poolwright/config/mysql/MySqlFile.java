package io.poolwright.config.mysql;

import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells option files with a server's group from others. */
final class MySqlFile {
    private static final Pattern SERVER =
            Pattern.compile("(?m)^[ \\t]*\\[(mysqld|mariadbd?|server|client-server)(-[0-9.]+)?\\][ \\t]*$");
    private static final Pattern PASSED_OVER = Pattern.compile("(.*/)?(src/test|testdata|test-resources)/.*");

    private MySqlFile() {}

    static boolean isServers(Sources sources, SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean named =
                name.endsWith(".cnf") || name.equals("my.ini") || name.equals("my.conf") || name.equals("mysql.conf");
        return named
                && !PASSED_OVER.matcher(file.relative()).matches()
                && sources.peek(file)
                        .filter(text -> SERVER.matcher(text).find() || text.contains("!includedir"))
                        .isPresent();
    }

    /** Main files are read before those of a {@code conf.d}. */
    static boolean isMain(SourceFile file) {
        return file.name().startsWith("my.");
    }
}
