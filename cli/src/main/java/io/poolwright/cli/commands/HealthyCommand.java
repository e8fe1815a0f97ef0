package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.drill.play.Healthy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolwright drill healthy}: the control. */
@Command(
        name = "healthy",
        mixinStandardHelpOptions = true,
        description = "The control: nothing is broken, no alert may fire.")
final class HealthyCommand implements Callable<Integer> {
    @Mixin
    private DrillOptions options = new DrillOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "300",
            description = "How long to watch (default: 300).")
    private int seconds = 300;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > 86_400) {
            throw new UnmetNeedException(
                    "--seconds: found %d; accepted: 1 to 86400; write: --seconds 300".formatted(seconds));
        }
        return options.play(new Healthy(Duration.ofSeconds(seconds)));
    }
}
