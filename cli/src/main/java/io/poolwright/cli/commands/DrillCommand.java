package io.poolwright.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code poolwright drill}: takes a real stack down and puts it right. */
@Command(name = "drill", description = "Takes a real stack down, finds the cause, proves the fix.")
public final class DrillCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
