package io.poolwright.config.pgbouncer;

import io.poolwright.config.ini.IniEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code key=value} words of a database or user line; the last of two wins. What is no such word is passed over.
 *
 * <p>Source: PgBouncer, loader.c: blanks around the equals sign, values in single quotes with two quotes for one.
 */
final class ConnectionWords {
    private final String text;
    private int at;

    private ConnectionWords(String text) {
        this.text = text;
    }

    static Map<String, String> of(IniEntry entry) {
        ConnectionWords words = new ConnectionWords(entry.value().orElse(""));
        Map<String, String> found = new LinkedHashMap<>();
        words.skipBlanks();
        while (words.at < words.text.length()) {
            String key = words.key();
            if (words.at < words.text.length() && words.text.charAt(words.at) == '=') {
                words.at++;
                words.skipBlanks();
                found.put(key, words.value());
            }
            words.skipBlanks();
        }
        return found;
    }

    private String key() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String key = text.substring(start, at);
        skipBlanks();
        return key;
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '\'') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '\'') {
                    at++;
                    break;
                }
                at++;
            }
            value.append(text.charAt(at));
        }
        return value.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
