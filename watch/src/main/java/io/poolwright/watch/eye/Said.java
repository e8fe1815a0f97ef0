package io.poolwright.watch.eye;

import java.util.Locale;

/** How a change of a setting is put into words, and read again. */
final class Said {
    private static final String WAS = ", was ";

    private Said() {}

    static String change(String what, String owner, String to, String from) {
        return "%s of %s: %s%s%s".formatted(what, owner, to, WAS, from);
    }

    static String before(String text) {
        int at = text.lastIndexOf(WAS);
        return at < 0 ? "" : text.substring(at + WAS.length());
    }

    /** Whether two names are of one setting: a file writes {@code connection-timeout} for {@code connectionTimeout}. */
    static boolean same(String written, String product) {
        String last = written.substring(written.lastIndexOf('.') + 1).replace("-", "");
        return last.toLowerCase(Locale.ROOT).equals(product.toLowerCase(Locale.ROOT));
    }
}
