package io.poolwright.config.container;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A text as it reaches the program, as far as the files tell.
 *
 * @param text with variables filled in; those that could not be still stand there as <code>${NAME}</code>
 * @param missing names of the variables that no file gives a value to, each once
 * @param origin where it was written
 */
public record Written(String text, List<String> missing, Origin origin) {
    /** Names kept: variables that refer to each other can multiply them without end. */
    private static final int MOST_NAMES = 20;

    public Written {
        missing = missing.stream().distinct().limit(MOST_NAMES).toList();
    }

    /** A text without variables. */
    public static Written plain(String text, Origin origin) {
        return new Written(text, List.of(), origin);
    }

    /** Whether nothing is missing. */
    public boolean known() {
        return missing.isEmpty();
    }

    /** The text, unless a part of it is missing. */
    public Optional<String> value() {
        return known() ? Optional.of(text) : Optional.empty();
    }

    /** The same state of knowledge for another text, such as a part of this one. */
    public Written with(String other) {
        return new Written(other, missing, origin);
    }
}
