package io.poolwright.config.assemble;

import java.util.Locale;
import java.util.regex.Pattern;

/** Files that lie in a repository and run nowhere: tests, backups, samples of documentation. */
public final class Leftovers {
    private static final Pattern LEFTOVER = Pattern.compile(
            "(?:^|/)(?:src/test|tests?|testdata|test-data|__tests__|fixtures?|docs?|documentation|spec|vendor|samples?)/"
                    + "|\\.(?:bak|orig|old|save|swp|disabled|off|rpmnew|rpmsave|dpkg-old|dpkg-dist|md|txt|html)$"
                    + "|~$|(?:^|/)(?:sample|example)[.-]|\\.(?:sample|example|dist|default)$|-(?:sample|example)(?:\\.\\w+)?$");

    private Leftovers() {}

    /** Whether the file at this path below the root is one. */
    public static boolean is(String relative) {
        return LEFTOVER.matcher(relative.toLowerCase(Locale.ROOT)).find();
    }
}
