package io.poolwright.config.spring;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Spring's canonical name of a HikariCP property, however it was written: {@code maximumPoolSize},
 * {@code maximum_pool_size} and {@code maximum-pool-size} are one.
 *
 * <p>Source: Spring Boot reference, "Relaxed Binding". The names of driver properties belong to the driver and are kept.
 */
final class RelaxedName {
    private static final String POOL = "spring.datasource.hikari.";
    private static final String DRIVER = POOL + "data-source-properties.";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private RelaxedName() {}

    static String canonical(String key) {
        if (!key.regionMatches(true, 0, POOL, 0, POOL.length())) {
            return key;
        }
        String rest = key.substring(POOL.length());
        int dot = rest.indexOf('.');
        int bracket = rest.indexOf('[');
        int end = dot < 0 ? bracket : bracket < 0 ? dot : Math.min(dot, bracket);
        String head = kebab(end < 0 ? rest : rest.substring(0, end));
        if (end < 0) {
            return POOL + head;
        }
        String tail = rest.charAt(end) == '[' && rest.endsWith("]")
                ? rest.substring(end + 1, rest.length() - 1)
                : rest.substring(end + 1);
        return DRIVER.equals(POOL + head + ".") ? DRIVER + tail : POOL + head + "." + tail;
    }

    private static String kebab(String name) {
        return HUMP.matcher(name.replace('_', '-')).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
