package io.poolwright.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.poolwright.audit.Change;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Rule;
import io.poolwright.audit.Verdict;
import io.poolwright.config.assemble.Reading;
import io.poolwright.config.assemble.StackReader;
import io.poolwright.config.source.Tree;
import io.poolwright.model.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule on files as people write them: each case of {@code src/test/resources/rules/ID.cases}. */
class RuleCasesTest {
    private static final Path CASES = Path.of("src/test/resources/rules");

    @TestFactory
    Stream<DynamicContainer> everyRuleSaysOfItsCasesWhatItMust() throws IOException {
        List<DynamicContainer> rules = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            String id = rule.spec().id();
            List<DynamicTest> tests = cases(id).stream()
                    .map(one -> dynamicTest(one.group() + ": " + one.title(), () -> run(rule, one)))
                    .toList();
            rules.add(dynamicContainer(id, tests));
        }
        return rules.stream();
    }

    @Test
    void everyRuleHasACaseOfEachGroup() throws IOException {
        List<String> lacking = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            List<String> groups =
                    cases(rule.spec().id()).stream().map(RuleCase::group).toList();
            Stream.of("fires", "silent", "line", "missing")
                    .filter(group -> !groups.contains(group))
                    .map(group -> rule.spec().id() + " has no case '" + group + "'")
                    .forEach(lacking::add);
        }
        assertThat(lacking).isEmpty();
    }

    private static List<RuleCase> cases(String id) throws IOException {
        Path file = CASES.resolve(id + ".cases");
        return Files.exists(file) ? RuleCase.parse(id, Files.readString(file)) : List.of();
    }

    private static void run(Rule rule, RuleCase one) {
        Reading reading = StackReader.read(Tree.of(one.files()));
        Set<Verdict> verdicts = new LinkedHashSet<>();
        for (Stack stack : reading.stacks()) {
            verdicts.addAll(rule.check(stack));
        }
        assertThat(reading.unread())
                .filteredOn(unread -> unread.reason().contains("Poolwright's own"))
                .isEmpty();
        assertThat(one.expected()).as("expectations").isNotEmpty();
        for (String expected : one.expected()) {
            check(expected, verdicts, one.files().keySet());
        }
    }

    private static void check(String expected, Set<Verdict> verdicts, Set<String> files) {
        List<Finding> findings = findings(verdicts);
        String shown = "all verdicts: " + verdicts;
        if (expected.equals("pass")) {
            assertThat(verdicts).as(shown).allMatch(Verdict.Pass.class::isInstance);
        } else if (expected.startsWith("finding ")) {
            assertThat(findings)
                    .as(shown)
                    .extracting(one -> one.at().toString())
                    .contains(rest(expected, "finding "));
        } else if (expected.startsWith("findings ")) {
            assertThat(findings).as(shown).hasSize(Integer.parseInt(rest(expected, "findings ")));
        } else if (expected.startsWith("related ")) {
            assertThat(findings.stream().flatMap(one -> one.related().stream()).map(one -> one.at()
                            .toString()))
                    .as(shown)
                    .contains(rest(expected, "related "));
        } else if (expected.startsWith("says ")) {
            assertThat(findings).as(shown).anyMatch(one -> one.message().contains(rest(expected, "says ")));
        } else if (expected.startsWith("suggests ")) {
            assertThat(findings).as(shown).anyMatch(one -> one.suggestion().contains(rest(expected, "suggests ")));
        } else if (expected.startsWith("severity ")) {
            assertThat(findings).as(shown).anyMatch(one -> one.severity().id().equals(rest(expected, "severity ")));
        } else if (expected.startsWith("confidence ")) {
            assertThat(findings).as(shown).anyMatch(one -> one.confidence().id().equals(rest(expected, "confidence ")));
        } else if (expected.startsWith("change ")) {
            assertThat(findings.stream().flatMap(one -> one.changes().stream()).map(RuleCasesTest::shown))
                    .as(shown)
                    .contains(rest(expected, "change "));
        } else if (expected.startsWith("cannot tell")) {
            assertThat(findings).as(shown).isEmpty();
            assertThat(verdicts)
                    .as(shown)
                    .filteredOn(Verdict.CannotTell.class::isInstance)
                    .anyMatch(one -> ((Verdict.CannotTell) one)
                            .missing()
                            .contains(rest(expected, "cannot tell").strip()));
        } else {
            throw new IllegalArgumentException("an expectation that nobody understands: " + expected + " in " + files);
        }
    }

    private static List<Finding> findings(Set<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .toList();
    }

    private static String shown(Change change) {
        return change.old() + " -> " + change.fresh();
    }

    private static String rest(String text, String start) {
        return text.substring(start.length());
    }
}
