package io.poolwright.cli.commands;

import io.poolwright.drill.play.LbPool;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolwright drill lb-pool}. */
@Command(
        name = "lb-pool",
        mixinStandardHelpOptions = true,
        description = "The outage of May 2023: the load balancer keeps too few connections.")
final class LbPoolCommand implements Callable<Integer> {
    @Mixin
    private DrillOptions options = new DrillOptions();

    @Override
    public Integer call() throws IOException {
        return options.play(new LbPool());
    }
}
