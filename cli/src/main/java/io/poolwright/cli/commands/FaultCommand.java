package io.poolwright.cli.commands;

import io.poolwright.drill.faults.Fault;
import io.poolwright.drill.faults.FaultCatalogue;
import io.poolwright.drill.play.SingleFault;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code poolwright drill fault NAME}: one fault alone. */
@Command(
        name = "fault",
        mixinStandardHelpOptions = true,
        description = "One fault alone: a base, the fault, its revert.")
final class FaultCommand implements Callable<Integer> {
    @Mixin
    private DrillOptions options = new DrillOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "",
            description = "Name of the fault; without one, the names are listed.")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (name.isEmpty()) {
            FaultCatalogue.all().forEach(fault -> System.out.printf("%-26s %s%n", fault.id(), fault.title()));
            return 0;
        }
        Fault fault = FaultCatalogue.all().stream()
                .filter(it -> it.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "found fault '%s'; accepted: %s; write: poolwright drill fault pool-too-small"
                                .formatted(
                                        name,
                                        FaultCatalogue.all().stream()
                                                .map(Fault::id)
                                                .collect(Collectors.joining(", ")))));
        return options.play(new SingleFault(fault));
    }
}
