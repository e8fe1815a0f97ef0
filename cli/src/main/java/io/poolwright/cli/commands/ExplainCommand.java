package io.poolwright.cli.commands;

import io.poolwright.audit.explain.Explanation;
import io.poolwright.cli.run.DocPages;
import io.poolwright.cli.run.ExplanationJson;
import io.poolwright.cli.terminal.ExplanationText;
import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code poolwright explain}: what is known about a rule, a setting, a log line or a question. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Explains a rule, a setting, a pasted log line or a question. What it does not know it calls unknown.",
        footerHeading = "%nExamples%n",
        footer = {
            "  poolwright explain db-connections-overcommitted",
            "  poolwright explain maxLifetime",
            "  poolwright explain pgbouncer.server_lifetime",
            "  poolwright explain \"FATAL: sorry, too many clients already\"",
            "  tail -n 50 app.log | poolwright explain -",
            "%nExit codes: 0 known, 1 unknown, 2 wrong usage"
        })
public final class ExplainCommand implements Callable<Integer> {
    /** More of standard input than this is not read. */
    private static final int MOST = 1 << 20;

    @Parameters(
            paramLabel = "RULE | SETTING | MESSAGE",
            arity = "1..*",
            description = "What to explain; - reads standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output: text or json (default: text).")
    private DrillOptions.Format format = DrillOptions.Format.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String asked = words.equals(List.of("-"))
                ? new String(System.in.readNBytes(MOST), StandardCharsets.UTF_8)
                : String.join(" ", words);
        Explanation explanation = DocPages.library().explain(asked);
        PrintWriter out = spec.commandLine().getOut();
        if (format == DrillOptions.Format.JSON) {
            out.println(ExplanationJson.of(explanation));
        } else {
            boolean terminal = Terminal.interactive();
            new ExplanationText(Style.of(System.getenv(), terminal), terminal ? Terminal.width() : 110)
                    .of(explanation)
                    .forEach(out::println);
        }
        out.flush();
        return explanation.known() ? 0 : 1;
    }
}
