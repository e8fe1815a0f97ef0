package io.poolwright.config.php;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes secrets out of PHP ini values as they are read: {@code env[DB_PASSWORD]}, {@code mysqli.default_pw} and their kin. */
final class PhpSecrets {
    private static final String REDACTED = "(redacted)";
    private static final Pattern SECRET_KEY = Pattern.compile(
            "password|passwd|passphrase|pwd|secret|token|credential|private.?key|api.?key|access.?key|_pw\\b|salt");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/?#\\s:@]*:)[^/?#\\s]*@");
    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)([?&](?:auth|pass(?:word)?|pwd)(?:\\[\\])?=)[^&\\s\"]*");

    private PhpSecrets() {}

    static String redacted(String key, String value) {
        if (!value.isEmpty() && SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find()) {
            return REDACTED;
        }
        String query = IN_QUERY.matcher(value).replaceAll("$1" + REDACTED);
        return IN_AUTHORITY.matcher(query).replaceAll("$1" + REDACTED + "@");
    }
}
