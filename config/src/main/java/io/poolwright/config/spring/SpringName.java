package io.poolwright.config.spring;

import java.util.Locale;

/**
 * The one spelling to which the relaxed spellings of a property name come down.
 *
 * <p>Source: Spring Boot reference, "Relaxed Binding" and "Binding From Environment Variables".
 */
final class SpringName {
    private SpringName() {}

    /** Lower-case, without dashes and underscores, {@code a[b]} as {@code a.b}; an index stays {@code [0]}. */
    static String uniform(String key) {
        StringBuilder name = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char letter = key.charAt(i);
            if (letter == '[') {
                boolean index = i + 1 < key.length() && Character.isDigit(key.charAt(i + 1));
                if (index) {
                    name.append('[');
                } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '.') {
                    name.append('.');
                }
            } else if (letter == ']') {
                int open = name.lastIndexOf("[");
                if (open >= 0 && name.indexOf("]", open) < 0) {
                    name.append(']');
                }
            } else if (letter != '-' && letter != '_') {
                name.append(Character.toLowerCase(letter));
            }
        }
        return name.toString();
    }

    /** {@code server.tomcat.max-threads} as {@code SERVER_TOMCAT_MAXTHREADS}: the form that the reference names. */
    static String variable(String name) {
        return legacyVariable(name.replace("-", ""));
    }

    /** The same as {@code SERVER_TOMCAT_MAX_THREADS}, which Spring accepts as well. */
    static String legacyVariable(String name) {
        return name.replace('.', '_')
                .replace('-', '_')
                .replace('[', '_')
                .replace("]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** What stands behind a prefix, in its own spelling; the whole key when the prefix is not there. */
    static String behind(String prefix, String key) {
        int pieces = 1;
        for (int i = 0; i < prefix.length(); i++) {
            if (prefix.charAt(i) == '.' || prefix.charAt(i) == '[') {
                pieces++;
            }
        }
        for (int i = 0; i < key.length(); i++) {
            if ((key.charAt(i) == '.' || key.charAt(i) == '[') && --pieces == 0) {
                return key.substring(key.charAt(i) == '.' ? i + 1 : i);
            }
        }
        return key;
    }
}
