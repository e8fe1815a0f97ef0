package io.poolwright.config.compose;

import io.poolwright.config.container.FilePaths;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> TEST = Set.of(
            "test",
            "tests",
            "testing",
            "ci",
            "e2e",
            "it",
            "integration",
            "cypress",
            "playwright",
            "bench",
            "benchmark",
            "sonar");
    private static final Set<String> DEVELOPMENT = Set.of(
            "dev", "develop", "development", "local", "debug", "demo", "sample", "example", "sandbox", "devcontainer");

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

    /** Whether a word of the variant names tests. */
    static boolean test(String variant) {
        return words(variant, TEST);
    }

    /** Whether a word of the variant names a developer's own machine. */
    static boolean development(String variant) {
        return words(variant, DEVELOPMENT);
    }

    private static boolean words(String variant, Set<String> known) {
        for (String word : variant.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (known.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
