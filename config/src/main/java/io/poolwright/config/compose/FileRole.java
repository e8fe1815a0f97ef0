package io.poolwright.config.compose;

import io.poolwright.config.container.FilePaths;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a compose file says about its part: {@code docker-compose.yml} is the base, {@code docker-compose.override.yml}
 * is laid over it by default, {@code docker-compose.prod.yml}, {@code compose-prod.yml} and {@code prod.compose.yml} are variants.
 *
 * @param kind base, override or variant
 * @param variant the word that tells variants apart, in lower case; empty for base and override
 */
record FileRole(Kind kind, String variant) {

    enum Kind {
        BASE,
        OVERRIDE,
        VARIANT
    }

    private static final Pattern BEHIND = Pattern.compile("(?:docker-)?compose(?:[._-](.+))?\\.ya?ml");
    private static final Pattern BEFORE = Pattern.compile("(.+)[._-](?:docker-)?compose\\.ya?ml");
    /** The role of a file by its name; empty when the name is none of a compose file. */
    static Optional<FileRole> of(String file) {
        String name = FilePaths.name(file).toLowerCase(Locale.ROOT);
        Matcher behind = BEHIND.matcher(name);
        Matcher before = BEFORE.matcher(name);
        String word;
        if (behind.matches()) {
            word = behind.group(1) == null ? "" : behind.group(1);
        } else if (before.matches()) {
            word = before.group(1);
        } else {
            return Optional.empty();
        }
        if (word.isEmpty()) {
            return Optional.of(new FileRole(Kind.BASE, ""));
        }
        return Optional.of(
                word.equals("override") ? new FileRole(Kind.OVERRIDE, "") : new FileRole(Kind.VARIANT, word));
    }
}
