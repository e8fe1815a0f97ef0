package io.poolwright.cli.simulate;

import io.poolwright.simulate.search.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How far a long computation is, on one line of standard error that is written over. */
public final class Meter implements Progress {
    /** Between two writings, in nanoseconds. */
    private static final long EVERY = 200_000_000;
    /** Shorter than this nobody needs to be told, in nanoseconds. */
    private static final long QUIET = 1_000_000_000;

    private final PrintStream err;
    private final long began;
    private long told;
    private boolean shown;

    Meter(PrintStream err, long now) {
        this.err = err;
        this.began = now;
    }

    /** One that writes when somebody looks, or wants it. */
    public static Meter of(PrintStream err) {
        return new Meter(err, System.nanoTime());
    }

    /** Whether standard error is a terminal. */
    public static boolean seen() {
        try {
            String error = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return error.startsWith("/dev/pts/") || error.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void runs(int done, int planned) {
        long now = System.nanoTime();
        if (now - began < QUIET || now - told < EVERY) {
            return;
        }
        told = now;
        shown = true;
        err.print("\r" + line(done, planned, (now - began) / 1e9) + " ");
        err.flush();
    }

    static String line(int done, int planned, double seconds) {
        double left = done == 0 ? 0 : seconds / done * Math.max(0, planned - done);
        return String.format(Locale.ROOT, "  %d of %d runs, about %.0f s left", done, planned, left);
    }

    /** Wipes the line out. */
    public synchronized void end() {
        if (shown) {
            err.print("\r" + " ".repeat(60) + "\r");
            err.flush();
        }
    }
}
