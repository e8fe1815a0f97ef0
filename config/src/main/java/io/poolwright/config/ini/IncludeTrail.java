package io.poolwright.config.ini;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The files that are open while includes are followed. It refuses a file that includes itself, more than ten levels
 * (the bound of PgBouncer, PostgreSQL and MySQL alike) and more than 1,000 files in all.
 */
public final class IncludeTrail {
    private static final int DEEPEST = 10;
    private static final int MOST = 1_000;

    private final Deque<String> open = new ArrayDeque<>();
    private int opened;

    /** A trail that begins with a file. */
    public IncludeTrail(String file) {
        open.push(file);
    }

    /** Goes into a file; {@link #leave} must follow. */
    public void enter(Origin from, String file) {
        if (open.contains(file)) {
            throw new ConfigSyntaxException(
                    from, "an include of '" + file + "', which is being read already", "no loop", "remove the include");
        }
        if (open.size() > DEEPEST) {
            throw new ConfigSyntaxException(
                    from, "includes nested deeper than " + DEEPEST, "at most " + DEEPEST + " levels", "fewer levels");
        }
        if (++opened > MOST) {
            throw new ConfigSyntaxException(
                    from, "more than " + MOST + " included files", "at most " + MOST, "fewer includes");
        }
        open.push(file);
    }

    /** Comes back out of the file entered last. */
    public void leave() {
        open.pop();
    }
}
