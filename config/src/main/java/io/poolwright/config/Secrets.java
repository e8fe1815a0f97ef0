package io.poolwright.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes secrets out as a file is read, so that no setting, recording or report ever holds one. */
public final class Secrets {
    /** What stands in the place of a secret. */
    public static final String REDACTED = "(redacted)";

    private static final Pattern SECRET_KEY =
            Pattern.compile("password|passwd|pwd|secret|token|credential|private-?key|api-?key|access-?key");
    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)((?:[?&;,]|^)[^=?&;,]*(?:password|passwd|pwd|secret|token)[^=?&;,]*=)[^&;,\\s]*");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/?#\\s:@]*:)[^/?#\\s]*@");

    private Secrets() {}

    /** The value with its secrets taken out, judged by the key and by the shape of the value. */
    public static String redacted(String key, String value) {
        if (SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT).replace('_', '-')).find() && !value.isEmpty()) {
            return REDACTED;
        }
        String query = IN_QUERY.matcher(value).replaceAll("$1" + REDACTED);
        return IN_AUTHORITY.matcher(query).replaceAll("$1" + REDACTED + "@");
    }
}
