package io.poolwright.config.ini;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of ini files as they are read: by the key's name, and inside connection strings. */
final class IniSecrets {
    static final String REDACTED = "(redacted)";

    private static final Pattern SECRET_KEY =
            Pattern.compile("password|passwd|pwd|secret|token|credential|private-?key");
    private static final Pattern IN_WORDS = Pattern.compile("(?i)\\b(?:password|passwd|pwd)\\s{0,9}=\\s{0,9}");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/?#\\s:@]*:)[^/?#\\s]*@");

    private IniSecrets() {}

    static String redacted(String key, String value) {
        String name = key.toLowerCase(Locale.ROOT).replace('_', '-');
        if (SECRET_KEY.matcher(name).find() && !value.isEmpty()) {
            return REDACTED;
        }
        String words = withoutWords(value);
        return words.contains("//") ? IN_AUTHORITY.matcher(words).replaceAll("$1" + REDACTED + "@") : words;
    }

    private static String withoutWords(String value) {
        Matcher word = IN_WORDS.matcher(value);
        StringBuilder plain = new StringBuilder();
        int from = 0;
        while (word.find(from)) {
            plain.append(value, from, word.end()).append(REDACTED);
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
