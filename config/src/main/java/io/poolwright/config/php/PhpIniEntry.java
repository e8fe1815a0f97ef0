package io.poolwright.config.php;

import io.poolwright.model.Origin;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code key = value} of a PHP ini file.
 *
 * @param section the nearest {@code [section]} above, empty above the first one
 * @param key as written, such as {@code pm.max_children} or {@code php_admin_value[memory_limit]}
 * @param value quotes undone, comment cut off
 */
public record PhpIniEntry(String section, String key, String value, Origin origin) {
    private static final Pattern PHP_VALUE = Pattern.compile("php_(?:admin_)?(?:value|flag)\\[([^\\]]+)\\]");

    /** The name of the {@code php.ini} directive that a pool file sets here, with {@code php_admin_value[…]} and its kin. */
    public Optional<String> phpDirective() {
        Matcher inner = PHP_VALUE.matcher(key);
        return inner.matches() ? Optional.of(inner.group(1).strip()) : Optional.empty();
    }

    /** The value holds a variable or a template mark, so it is not known here. */
    public boolean isUnknown() {
        return value.contains("${") || value.contains("{{") || value.contains("<%") || value.startsWith("$");
    }
}
