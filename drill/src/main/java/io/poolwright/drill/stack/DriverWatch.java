package io.poolwright.drill.stack;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process when the drill that started it is gone: the drill holds the other end of standard input. */
public final class DriverWatch {
    private DriverWatch() {}

    /** Watches from a thread of its own; a process started by hand with no input ends at once. */
    public static void start() {
        Thread watch = new Thread(
                () -> {
                    awaitEnd(System.in);
                    Runtime.getRuntime().halt(0);
                },
                "driver-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            while (input.read() >= 0) {
                // the driver never writes; whatever arrives is not an end
            }
        } catch (IOException e) {
            System.err.println("driver-watch: " + e.getMessage());
        }
    }
}
