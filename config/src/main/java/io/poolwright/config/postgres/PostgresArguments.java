package io.poolwright.config.postgres;

import io.poolwright.config.database.Word;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters on a server's command line, which win over both configuration files. The last of two counts.
 *
 * <p>Source: PostgreSQL 18 manual, "postgres": {@code -c name=value}, {@code --name=value}, {@code -N}, {@code -B}.
 */
public final class PostgresArguments {
    private static final Map<String, String> SHORT = Map.of(
            "-N", "max_connections", "-B", "shared_buffers", "-p", "port", "-S", "work_mem", "-h", "listen_addresses");

    private PostgresArguments() {}

    /**
     * The parameters among the words of a command.
     *
     * @param words as the process gets them; whatever stands before the first dash is passed over
     */
    public static List<PostgresAssignment> of(List<Word> words) {
        List<PostgresAssignment> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            Origin origin = words.get(i).origin();
            if (word.equals("-c") && i + 1 < words.size()) {
                i++;
                assign(found, words.get(i).text(), words.get(i).origin());
            } else if (SHORT.containsKey(word) && i + 1 < words.size()) {
                i++;
                found.add(new PostgresAssignment(
                        SHORT.getOrDefault(word, word),
                        words.get(i).text(),
                        words.get(i).origin()));
            } else if (word.startsWith("--")) {
                assign(found, word.substring(2), origin);
            } else if (word.startsWith("-c") && word.length() > 2) {
                assign(found, word.substring(2), origin);
            }
        }
        return List.copyOf(found);
    }

    private static void assign(List<PostgresAssignment> found, String written, Origin origin) {
        int equals = written.indexOf('=');
        if (equals > 0) {
            String name = written.substring(0, equals)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replace('-', '_');
            String value = written.substring(equals + 1).strip();
            found.add(new PostgresAssignment(name, PostgresSecrets.redacted(name, value), origin));
        }
    }
}
