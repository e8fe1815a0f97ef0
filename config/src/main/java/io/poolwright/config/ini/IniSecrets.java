package io.poolwright.config.ini;

import io.poolwright.config.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of ini files as they are read: by the key's name, and inside connection strings. */
final class IniSecrets {
    private static final Pattern IN_WORDS = Pattern.compile("(?i)\\b(?:password|passwd|pwd)\\s{0,9}=\\s{0,9}");

    private IniSecrets() {}

    static String redacted(String key, String value) {
        return Secrets.redacted(key, withoutWords(value));
    }

    private static String withoutWords(String value) {
        Matcher word = IN_WORDS.matcher(value);
        StringBuilder plain = new StringBuilder();
        int from = 0;
        while (word.find(from)) {
            plain.append(value, from, word.end()).append(Secrets.REDACTED);
            from = endOfWord(value, word.end());
        }
        return from == 0 ? value : plain.append(value, from, value.length()).toString();
    }

    /** After a word, or after a quoted text in which two quotes stand for one. */
    private static int endOfWord(String value, int start) {
        int end = start;
        boolean quoted = false;
        while (end < value.length() && (quoted || !Character.isWhitespace(value.charAt(end)))) {
            quoted ^= value.charAt(end) == '\'';
            end++;
        }
        return end;
    }
}
