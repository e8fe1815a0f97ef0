package io.poolwright.server.state;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list, newest first.
 *
 * @param next where the rest begins; empty at the end
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    /** Items in one page at most. */
    public static final int LARGEST = 500;

    public Page {
        items = List.copyOf(items);
    }
}
