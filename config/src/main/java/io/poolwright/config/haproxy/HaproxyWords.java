package io.poolwright.config.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one line: separated by blanks, with quotes, backslashes, comments and, between double quotes, environment
 * variables. A quote that is not closed ends with the line. Source: HAProxy configuration manual 2.6, 2.2 "Quoting and
 * escaping" and 2.3 "Environment variables".
 */
final class HaproxyWords {
    private final String line;
    private final HaproxyEnvironment environment;
    private final List<HaproxyWord> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean known = true;
    private int at;

    private HaproxyWords(String line, HaproxyEnvironment environment) {
        this.line = line;
        this.environment = environment;
    }

    /** The words without an environment: a variable stays as it is written. */
    static List<String> of(String line) {
        return of(line, new HaproxyEnvironment(Map.of())).stream()
                .map(HaproxyWord::text)
                .toList();
    }

    static List<HaproxyWord> of(String line, HaproxyEnvironment environment) {
        HaproxyWords words = new HaproxyWords(line, environment);
        words.split();
        return List.copyOf(words.words);
    }

    private void split() {
        char quote = 0;
        while (at < line.length()) {
            char letter = line.charAt(at++);
            if (letter == '\\' && quote != '\'' && at < line.length()) {
                escaped(line.charAt(at++));
            } else if (quote != 0 ? letter == quote : letter == '"' || letter == '\'') {
                quote = quote == 0 ? letter : 0;
                inWord = true;
            } else if (quote == 0 && letter == '#') {
                break;
            } else if (quote == 0 && isBlank(letter)) {
                end();
            } else if (letter == '$' && quote != '\'') {
                variable(quote == '"');
            } else {
                add(letter);
            }
        }
        end();
    }

    /** Only these stand for something else; before any other letter the backslash is kept. */
    private void escaped(char letter) {
        switch (letter) {
            case 'n' -> add('\n');
            case 'r' -> add('\r');
            case 't' -> add('\t');
            case 'x' -> hexadecimal();
            case ' ', '#', '\\', '\'', '"', '$' -> add(letter);
            default -> {
                add('\\');
                add(letter);
            }
        }
    }

    private void hexadecimal() {
        int high = at < line.length() ? Character.digit(line.charAt(at), 16) : -1;
        int low = at + 1 < line.length() ? Character.digit(line.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            add('\\');
            add('x');
            return;
        }
        add((char) (high * 16 + low));
        at += 2;
    }

    private void variable(boolean expanded) {
        Optional<HaproxyVariable> found = HaproxyVariable.at(line, at);
        if (found.isEmpty()) {
            add('$');
            return;
        }
        HaproxyVariable variable = found.get();
        Optional<String> value = variable.value(environment);
        if (expanded && value.isPresent()) {
            variable.addTo(this, value.get());
        } else {
            known = false; // outside of quotes HAProxy takes it as it is: then it is a template of somebody else
            addAll("$" + line.substring(at, variable.end()));
        }
        at = variable.end();
    }

    void addAll(String text) {
        text.chars().forEach(letter -> add((char) letter));
        inWord = true;
    }

    void end() {
        if (inWord) {
            words.add(new HaproxyWord(TemplateText.shown(word.toString()), known));
            word.setLength(0);
        }
        inWord = false;
        known = true;
    }

    private void add(char letter) {
        word.append(letter);
        inWord = true;
        known &= letter != TemplateText.UNRENDERED;
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t';
    }
}
