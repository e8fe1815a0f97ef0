package io.poolwright.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one line and an exit code. Our own bugs keep their stack trace. */
final class Failures {
    private Failures() {}

    static int report(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof UnmetNeedException) {
            err.println("poolwright: " + e.getMessage());
            return 2;
        }
        err.println("poolwright: a bug of ours, please report it with the lines below");
        e.printStackTrace(err);
        return 2;
    }
}
