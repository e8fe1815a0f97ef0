package io.poolwright.config.database;

import io.poolwright.config.assemble.Workload;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A word of a command line.
 *
 * @param text as the process gets it
 * @param origin where it is written
 */
public record Word(String text, Origin origin) {
    public Word {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }

    /** The words of a unit's command; what a shell is told to run is taken apart, and unknown words are left out. */
    public static List<Word> of(Workload unit) {
        List<Word> words = new ArrayList<>();
        boolean shell = false;
        for (Workload.Value value : unit.arguments()) {
            String text = value.text().orElse("");
            if (shell && text.contains(" ")) {
                for (String part : text.split("\\s+", -1)) {
                    words.add(new Word(unquoted(part), value.origin()));
                }
            } else {
                words.add(new Word(text, value.origin()));
            }
            shell |= text.equals("sh") || text.endsWith("/sh") || text.equals("bash") || text.endsWith("/bash");
        }
        return words;
    }

    /** The words of a variable that holds arguments, where there is one. */
    public static List<Word> ofVariables(Workload unit, List<String> names) {
        List<Word> words = new ArrayList<>();
        for (String name : names) {
            unit.variable(name).ifPresent(value -> {
                for (String part : value.text().orElse("").strip().split("\\s+", -1)) {
                    words.add(new Word(unquoted(part), value.origin()));
                }
            });
        }
        return words;
    }

    private static String unquoted(String part) {
        return part.replaceAll("^['\"]|['\";]+$", "");
    }
}
