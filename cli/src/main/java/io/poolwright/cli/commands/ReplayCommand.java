package io.poolwright.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code poolwright replay}: judges a recording again. */
@Command(name = "replay", description = "Judges the recording of a drill again, from the recording alone.")
public final class ReplayCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
