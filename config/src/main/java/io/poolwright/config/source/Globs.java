package io.poolwright.config.source;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Shell patterns: {@code *} and {@code ?} stay within a folder, {@code [a-z]} is a set. */
final class Globs {
    private Globs() {}

    static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char letter = glob.charAt(i);
            int end = letter == '[' ? glob.indexOf(']', i + 1) : -1;
            if (letter == '*') {
                while (i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
                    i++; // several stars match what one matches, and cost no more
                }
                regex.append("[^/]*");
            } else if (letter == '?') {
                regex.append("[^/]");
            } else if (end > i + 1) {
                String set = glob.substring(i + 1, end);
                boolean not = set.startsWith("!");
                regex.append(not ? "[^" : "[")
                        .append((not ? set.substring(1) : set).replaceAll("[\\\\\\[\\]&^]", "\\\\$0"))
                        .append(']');
                i = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        try {
            return Pattern.compile(regex.toString());
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(glob)); // a set that is none, such as [z-a], matches itself
        }
    }
}
