package io.poolwright.cli.commands;

import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.explain.Explanation;
import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.audit.Catalogue;
import io.poolwright.cli.audit.Selection;
import io.poolwright.cli.report.audit.JsonText;
import io.poolwright.cli.report.audit.RulePage;
import io.poolwright.cli.run.DocPages;
import io.poolwright.cli.terminal.ExplanationText;
import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import io.poolwright.model.stack.Layer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code poolwright rules}: the rules that an audit judges by. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Lists and explains the rules that an audit judges by.",
        synopsisSubcommandLabel = "COMMAND")
public final class RulesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "found no command; accepted: list, explain; write: poolwright rules list");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the rules, one a line, by id.")
    int list(
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            description = "Output: text or json (default: text).")
                    DrillOptions.Format format) {
        PrintWriter out = spec.commandLine().getOut();
        List<RuleSpec> rules = List.copyOf(Catalogue.shipped().specs());
        if (format == DrillOptions.Format.JSON) {
            out.print(json(rules));
        } else {
            int width =
                    rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
            for (RuleSpec rule : rules) {
                out.println("%-8s  %s%s  %-11s  %s  [%s]"
                        .formatted(
                                rule.severity().id(),
                                rule.id(),
                                " ".repeat(width - rule.id().length()),
                                rule.scope().id(),
                                rule.title(),
                                layers(rule)));
            }
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Prints the page of a rule: the line, what happens, an example, the fix, the source.")
    int explain(@Parameters(paramLabel = "RULE", description = "Id of the rule.") String id) {
        Catalogue catalogue = Catalogue.shipped();
        if (catalogue.spec(id).isEmpty()) {
            throw new UnmetNeedException("there is no rule '%s'; %s".formatted(id, Selection.advice(id, catalogue)));
        }
        PrintWriter out = spec.commandLine().getOut();
        Explanation page = DocPages.library().explain(id);
        if (page.known()) {
            Style style = Style.of(System.getenv(), Terminal.seen());
            new ExplanationText(style, 110).of(page).forEach(out::println);
        } else {
            out.println("no page of %s is in this jar; see %s".formatted(id, RulePage.url(id)));
        }
        out.flush();
        return 0;
    }

    private static String layers(RuleSpec rule) {
        return rule.layers().stream().map(Layer::id).collect(Collectors.joining(", "));
    }

    private static String json(List<RuleSpec> rules) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (RuleSpec rule : rules) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", rule.id());
            one.put("severity", rule.severity().id());
            one.put("scope", rule.scope().id());
            one.put("layers", rule.layers().stream().map(Layer::id).toList());
            one.put("title", rule.title());
            one.put("source", rule.source());
            one.put("doc", RulePage.url(rule.id()));
            all.add(one);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "poolwright/rules/1");
        root.put("rules", all);
        return JsonText.of(root);
    }
}
