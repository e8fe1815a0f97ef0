package io.poolwright.config.haproxy;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one line: separated by blanks, with quotes, backslashes and comments. A quote that is not closed ends with
 * the line. Source: HAProxy configuration manual 2.6, 2.2 "Quoting and escaping".
 */
final class HaproxyWords {
    private HaproxyWords() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0 ? letter == quote : letter == '"' || letter == '\'') {
                quote = quote == 0 ? letter : 0;
                inWord = true;
            } else if (quote == 0 && letter == '#') {
                break;
            } else if (quote == 0 && (letter == ' ' || letter == '\t')) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(letter);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
