package io.poolwright.config.mysql;

import io.poolwright.config.database.Word;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options on a server's command line, which win over the option files. The last of two counts.
 *
 * <p>Source: MySQL Reference Manual 8.0, 4.2.2.1 "Using Options on the Command Line".
 */
public final class MySqlArguments {
    private MySqlArguments() {}

    /**
     * The options among the words of a command.
     *
     * @param words as the process gets them; a word that begins with two dashes is an option, with its value behind an
     *     equals sign or in the next word
     */
    public static List<MySqlOption> of(List<Word> words) {
        List<MySqlOption> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            Origin origin = words.get(i).origin();
            if (!word.startsWith("--") || word.length() == 2) {
                continue;
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                Optional<String> value = Optional.of(word.substring(equals + 1));
                found.add(MySqlOption.written("", word.substring(2, equals), value, origin));
            } else {
                String next = i + 1 < words.size() ? words.get(i + 1).text() : "--";
                boolean isValue = !next.startsWith("-") && MySqlVariable.takesValue(word.substring(2));
                found.add(MySqlOption.written(
                        "", word.substring(2), isValue ? Optional.of(next) : Optional.empty(), origin));
                i += isValue ? 1 : 0;
            }
        }
        return List.copyOf(found);
    }
}
