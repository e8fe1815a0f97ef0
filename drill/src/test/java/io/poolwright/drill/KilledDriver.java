package io.poolwright.drill;

import java.nio.file.Path;

/** A drill that starts a stack, says so, and waits to be killed. */
final class KilledDriver {
    private KilledDriver() {}

    public static void main(String[] args) throws Exception {
        try (RunningStack stack = RunningStack.start(StackOptions.in(Path.of(args[0])))) {
            System.out.println("ready " + stack.database().port() + " " + stack.runId());
            while (System.in.read() >= 0) {
                // nobody says anything
            }
        }
    }
}
