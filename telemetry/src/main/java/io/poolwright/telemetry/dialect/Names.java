package io.poolwright.telemetry.dialect;

import java.util.Optional;

/** Metric names taken apart. */
final class Names {
    private Names() {}

    /** What stands between a beginning and an end; empty when the name has them not. */
    static Optional<String> between(String name, String beginning, String end) {
        return name.length() >= beginning.length() + end.length() && name.startsWith(beginning) && name.endsWith(end)
                ? Optional.of(name.substring(beginning.length(), name.length() - end.length()))
                : Optional.empty();
    }

    /** What follows a beginning; empty when the name has it not. */
    static Optional<String> after(String name, String beginning) {
        return between(name, beginning, "");
    }
}
