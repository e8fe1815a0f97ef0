package io.poolwright.config.pool;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A time with one of the suffixes that HikariCP reads in its own properties since 6.3.0: small letters, no blank. */
final class HikariSuffix {
    private static final Pattern READ = Pattern.compile("\\d{1,18}(?:ms|s|m|h|d)");

    private HikariSuffix() {}

    static OptionalLong millis(String text) {
        return READ.matcher(text).matches() ? Numbers.millis(text, 1) : OptionalLong.empty();
    }
}
