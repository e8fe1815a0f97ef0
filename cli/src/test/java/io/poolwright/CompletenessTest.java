package io.poolwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.Rule;
import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.rules.Rules;
import io.poolwright.detect.Detector;
import io.poolwright.detect.Detectors;
import io.poolwright.detect.pool.PoolDetector;
import io.poolwright.detect.pool.PoolDetectors;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.drill.faults.Fault;
import io.poolwright.drill.faults.FaultCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A family is its folder: each member is in the list, has a page and a test, and is called what its class is called. */
final class CompletenessTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");

    private static final Pattern RULE = Pattern.compile("(?m)^public final class \\w+ implements (Part)?Rule\\b");
    private static final String[] SECTIONS = {
        "## The line", "## What happens when it is crossed", "## Example", "## Fix", "## When to ignore", "## Source"
    };

    /** One member of a family: its class, its id, its module and the folder of its page. */
    record Member(Class<?> type, String id, String module, String pages) {
        Path source(String tree, String suffix) {
            return ROOT.resolve("%s/src/%s/java/%s%s.java"
                    .formatted(module, tree, type.getName().replace('.', '/'), suffix));
        }

        @Override
        public String toString() {
            return pages + "/" + id;
        }
    }

    static List<Member> members() {
        List<Member> members = new ArrayList<>();
        Detectors.all().forEach(it -> members.add(new Member(it.getClass(), it.id(), "detect", "detectors")));
        PoolDetectors.all().forEach(it -> members.add(new Member(it.getClass(), it.id(), "detect", "detectors")));
        Hypotheses.all().forEach(it -> members.add(new Member(it.getClass(), it.id(), "diagnose", "causes")));
        FaultCatalogue.all().forEach(it -> members.add(new Member(it.getClass(), it.id(), "drill", "faults")));
        return members;
    }

    @ParameterizedTest
    @MethodSource("members")
    void isCalledWhatItsClassIsCalled(Member member) {
        assertThat(member.id()).isEqualTo(kebab(member.type().getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("members")
    void hasAPage(Member member) {
        assertThat(ROOT.resolve("docs").resolve(member.pages()).resolve(member.id() + ".md"))
                .isRegularFile();
    }

    /** Faults act on a real stack; one test plays each of them. */
    @ParameterizedTest
    @MethodSource("members")
    void hasATest(Member member) {
        Path test = member.pages().equals("faults")
                ? ROOT.resolve("drill/src/test/java/io/poolwright/drill/faults/FaultsIT.java")
                : member.source("test", "Test");

        assertThat(test).isRegularFile();
    }

    @Test
    void everyDetectorOfTheFolderIsInTheList() throws IOException {
        assertThat(classesIn("detect", Detectors.class, Detector.class)).isEqualTo(names(Detectors.all()));
    }

    @Test
    void everyDetectorOfSinglePoolsIsInTheList() throws IOException {
        assertThat(classesIn("detect", PoolDetectors.class, PoolDetector.class)).isEqualTo(names(PoolDetectors.all()));
    }

    @Test
    void detectorsOfEitherFamilyHaveIdsOfTheirOwn() {
        List<String> ids =
                new ArrayList<>(Detectors.all().stream().map(Detector::id).toList());
        PoolDetectors.all().forEach(it -> ids.add(it.id()));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyHypothesisOfTheFolderIsInTheList() throws IOException {
        assertThat(classesIn("diagnose", Hypotheses.class, Hypothesis.class)).isEqualTo(names(Hypotheses.all()));
    }

    @Test
    void everyFaultOfTheFolderIsInTheList() throws IOException {
        assertThat(classesIn("drill", FaultCatalogue.class, Fault.class)).isEqualTo(names(FaultCatalogue.all()));
    }

    static List<Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleIsCalledWhatItsClassIsCalled(Rule rule) {
        assertThat(rule.spec().id().replace("-", ""))
                .isEqualTo(rule.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasAPageThatSaysEverything(Rule rule) throws IOException {
        String id = rule.spec().id();
        Path page = ROOT.resolve("docs/rules").resolve(id + ".md");

        assertThat(page).isRegularFile();
        assertThat(Files.readString(page))
                .startsWith("# " + id + "\n")
                .contains(SECTIONS)
                .contains(rule.spec().severity().id());
    }

    @Test
    void everyRulePageHasARule() throws IOException {
        List<String> known = new ArrayList<>(
                Rules.all().stream().map(rule -> rule.spec().id()).toList());
        known.addAll(List.of(Drift.DIFFERS.id(), Drift.LACKS.id(), "README"));

        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/rules"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyRuleOfAFolderIsInItsList() throws IOException {
        List<String> listed = names(Rules.all());
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("audit/src/main/java/io/poolwright/audit/rules"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (RULE.matcher(Files.readString(file)).find()) {
                    written.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(written).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(listed).doesNotHaveDuplicates();
    }

    @Test
    void everyFaultExpectsAHypothesis() {
        List<String> ids = Hypotheses.all().stream().map(Hypothesis::id).toList();

        assertThat(FaultCatalogue.all()).extracting(Fault::expectedCause).allMatch(ids::contains);
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();

        for (Path page : pages()) {
            for (String link : links(page)) {
                if (!Files.exists(page.resolveSibling(link))) {
                    broken.add(ROOT.relativize(page) + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1).replaceFirst("#.*", ""))
                .filter(link -> !link.isEmpty() && URI.create(link).getScheme() == null)
                .toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path start : List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("docs"))) {
            if (Files.exists(start)) {
                try (Stream<Path> tree = Files.walk(start)) {
                    tree.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
                }
            }
        }
        return pages;
    }

    private static List<String> classesIn(String module, Class<?> neighbour, Class<?> family) throws IOException {
        String folder = neighbour.getPackageName().replace('.', '/');
        try (Stream<Path> files = Files.list(ROOT.resolve(module + "/src/main/java/" + folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .filter(name -> isMember(neighbour.getPackageName() + "." + name, family))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMember(String name, Class<?> family) {
        try {
            Class<?> type = Class.forName(name);
            return family.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is not compiled", e);
        }
    }

    private static List<String> names(List<?> members) {
        return members.stream()
                .map(it -> it.getClass().getSimpleName())
                .sorted()
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
