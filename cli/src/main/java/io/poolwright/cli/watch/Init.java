package io.poolwright.cli.watch;

import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Roots;
import io.poolwright.config.source.Tree;
import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import io.poolwright.telemetry.Collector;
import io.poolwright.watch.ask.Collectors;
import io.poolwright.watch.discover.Discovery;
import io.poolwright.watch.discover.TargetsText;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.Targets;
import io.poolwright.watch.targets.TargetsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a folder of configuration tells of, as a file, and whether it answers.
 *
 * @param text the {@code poolwright.yaml}
 * @param found how many targets it names
 * @param summary what a person should know, one line each
 */
public record Init(String text, int found, List<String> summary) {
    public Init {
        summary = List.copyOf(summary);
    }

    /**
     * Reads a folder and tries what it finds.
     *
     * @param environment which stack of the folder; its first when it has none of that name
     * @param home where the file will stand
     * @param tried whether to ask each target once
     */
    public static Init of(Path folder, String environment, Path home, boolean tried) throws IOException {
        Tree tree = Roots.read(List.of(folder));
        Reading reading = StackReader.read(tree);
        Stack stack = reading.stacks().stream()
                .filter(one -> one.environment().equals(environment))
                .findFirst()
                .or(() -> reading.stacks().stream().findFirst())
                .orElseGet(() -> new Stack("", List.of(), List.of(), Settings.NONE));
        Discovery discovery = Discovery.of(stack, tree);
        List<String> summary = new ArrayList<>();
        Map<String, String> remarks = new LinkedHashMap<>();
        if (tried) {
            String plain = TargetsText.of(discovery, home, Map.of());
            Targets targets = TargetsFile.of(home.resolve("poolwright.yaml"), plain);
            for (Target target : targets.targets()) {
                String remark = tried(target);
                if (!remark.startsWith("answers")) {
                    remarks.put(target.name(), remark);
                }
                summary.add(
                        "%-24s %-12s %s".formatted(target.name(), target.kind().id(), remark));
            }
        } else {
            discovery
                    .found()
                    .forEach(one -> summary.add(
                            "%-24s %-12s %s".formatted(one.name(), one.kind().id(), one.address())));
        }
        discovery
                .missed()
                .forEach(missed -> summary.add("not watched: %s: %s".formatted(missed.origin(), missed.text())));
        if (discovery.found().isEmpty()) {
            summary.add("nothing was found in " + folder + " that could be watched");
        }
        return new Init(
                TargetsText.of(discovery, home, remarks), discovery.found().size(), summary);
    }

    private static String tried(Target target) {
        Collector<Seen> collector = new Collectors(System.getenv(), Clock.systemUTC()).of(target);
        Answer<Seen> answer = collector.collect();
        if (answer instanceof Answer.Answered<Seen> seen) {
            return "answers, %d pools".formatted(seen.it().readings().size());
        }
        return answer instanceof Answer.Silent<Seen> silent ? "does not answer now: " + silent.reason() : "";
    }
}
