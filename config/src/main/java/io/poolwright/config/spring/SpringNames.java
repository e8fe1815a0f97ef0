package io.poolwright.config.spring;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a property name as Spring's documentation does: lower-case with dashes. */
final class SpringNames {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private SpringNames() {}

    static String kebab(String key) {
        return HUMP.matcher(key.replace('_', '-')).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
