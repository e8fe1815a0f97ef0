package io.poolwright.drill.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends a signal to one process, and waits for it to go. */
final class Signals {
    private static final long POLL_MILLIS = 10;

    private Signals() {}

    /** Asks as its role wants to be asked, without waiting. */
    static void ask(ProcessIdentity process, Role role) {
        send(process, role.signal());
    }

    /** Waits as long as its role may need, then kills it and waits for the end of that. */
    static void awaitEnd(ProcessIdentity process, Role role) {
        if (!ends(process, role.patience())) {
            send(process, "KILL");
            if (!ends(process, Duration.ofSeconds(5))) {
                throw new IllegalStateException("process %d (%s) survived SIGKILL".formatted(process.pid(), role));
            }
        }
    }

    private static void send(ProcessIdentity process, String signal) {
        if (!process.alive()) {
            return;
        }
        try {
            // The shell's own kill: there may be no /bin/kill, and Java sends nothing but TERM and KILL.
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean sent = kill.waitFor(5, TimeUnit.SECONDS);
            if (!sent) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot signal process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(ProcessIdentity process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (process.alive() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true; // an end that is under way is seen through; the caller still learns of it below
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !process.alive();
    }
}
