package io.poolwright.config.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five entities of XML and references to letters by number, undone; anything else stays as it is written. */
final class XmlEntities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#(\\d{1,7})|#x([0-9a-fA-F]{1,6}));");

    private XmlEntities() {}

    static String plain(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(letter(reference)));
    }

    private static String letter(java.util.regex.MatchResult reference) {
        String name = reference.group(1);
        if (name != null) {
            return switch (name) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                default -> "'";
            };
        }
        String decimal = reference.group(2);
        int code =
                decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(String.valueOf(reference.group(3)), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : reference.group();
    }
}
