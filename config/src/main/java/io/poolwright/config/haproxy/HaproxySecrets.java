package io.poolwright.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes secrets out of a line as it is read: passwords of user lists and of the statistics page, and credentials sent on. */
final class HaproxySecrets {
    private static final String REDACTED = "(redacted)";
    private static final Pattern BEFORE_SECRET =
            Pattern.compile("(?:.*[-_])?(?:password|passwd|pwd|secret|token|credential|authorization|api-?key|pass)s?");

    private static final Pattern LOGIN = Pattern.compile("(?i)^AUTH\\s+\\S");

    private HaproxySecrets() {}

    static List<HaproxyWord> redacted(List<HaproxyWord> words) {
        List<HaproxyWord> safe = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            String before = words.get(i - 1).text().toLowerCase(Locale.ROOT);
            if (BEFORE_SECRET.matcher(before).matches()) {
                safe.set(i, new HaproxyWord(REDACTED, true));
            } else if (before.equals("auth") && words.get(0).text().equals("stats")) {
                safe.set(i, new HaproxyWord(userOf(words.get(i).text()) + ":" + REDACTED, true));
            } else if (LOGIN.matcher(words.get(i).text()).find()) {
                safe.set(i, new HaproxyWord("AUTH " + REDACTED, true)); // a check that logs in to Redis
            }
        }
        return safe;
    }

    private static String userOf(String credentials) {
        int colon = credentials.indexOf(':');
        return colon < 0 ? credentials : credentials.substring(0, colon);
    }
}
