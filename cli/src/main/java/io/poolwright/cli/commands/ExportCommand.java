package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.export.GrafanaDashboard;
import io.poolwright.cli.export.PrometheusRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code poolwright export}: the same rules for the tools that people already have. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what Poolwright watches for as Prometheus rules or as a Grafana dashboard.")
public final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WHAT", description = "prometheus-rules or grafana-dashboard.")
    private String what = "";

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        String text =
                switch (what) {
                    case "prometheus-rules" -> PrometheusRules.text();
                    case "grafana-dashboard" -> GrafanaDashboard.text();
                    default ->
                        throw new UnmetNeedException(
                                "found '%s'; accepted: prometheus-rules, grafana-dashboard; write: poolwright export prometheus-rules"
                                        .formatted(what));
                };
        if (output == null) {
            System.out.print(text);
        } else {
            Files.writeString(output, text, StandardCharsets.UTF_8);
        }
        return 0;
    }
}
