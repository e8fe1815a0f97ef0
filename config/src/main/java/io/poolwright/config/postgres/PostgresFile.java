package io.poolwright.config.postgres;

import io.poolwright.config.assemble.Sources;
import io.poolwright.config.source.SourceFile;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a server's main file from others: by its name, and where the name says little by what it holds. */
final class PostgresFile {
    private static final Pattern NAME = Pattern.compile("(.*[-_.])?(postgres|postgresql|pg)([-_.].*)?\\.conf");
    private static final Pattern NOT_MAIN =
            Pattern.compile(".*(auto\\.conf|pg_hba|pg_ident|hba\\.conf|ident\\.conf|recovery).*");
    private static final Pattern CONTENT = Pattern.compile(
            "(?m)^[ \\t]*(max_connections|shared_buffers|listen_addresses|work_mem|wal_level|data_directory)[ \\t=]");
    private static final Pattern PASSED_OVER = Pattern.compile("(.*/)?(src/test|testdata|test-resources)/.*");

    private PostgresFile() {}

    static boolean isMain(Sources sources, SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".conf")
                || !NAME.matcher(name).matches()
                || NOT_MAIN.matcher(name).matches()
                || PASSED_OVER.matcher(file.relative()).matches()) {
            return false;
        }
        return name.equals("postgresql.conf")
                || sources.peek(file)
                        .filter(text -> CONTENT.matcher(text).find())
                        .isPresent();
    }
}
