package io.poolwright.config.spring;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words. */
final class Words {
    private Words() {}

    /** The pieces between commas that stand outside of <code>${}</code>, trimmed; empty ones are left out. */
    static List<String> commas(String text) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i) == ',' && depth == 0)) {
                String piece = text.substring(from, i).strip();
                if (!piece.isEmpty()) {
                    pieces.add(piece);
                }
                from = i + 1;
            } else if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && depth > 0) {
                depth--;
            }
        }
        return pieces;
    }

    /** The words of a command line; quotes of a shell keep blanks together and fall away. */
    static List<String> shell(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean started = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
                started = true;
            } else if (Character.isWhitespace(letter)) {
                if (started || !word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                started = false;
            } else {
                word.append(letter);
            }
        }
        if (started || !word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
