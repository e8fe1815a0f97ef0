package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code poolwright audit} as it is called: what it prints, what it writes, and the code with which it ends. */
final class AuditTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void aStackWithAFault() throws IOException {
        write("dev/haproxy.cfg", balancer(60));
        write("prod/haproxy.cfg", balancer(9));
    }

    private static String balancer(int queue) {
        return """
                global
                    maxconn 2000
                    stats auth admin:canary-1
                defaults
                    mode http
                    timeout client 30s
                    timeout connect 2s
                    timeout http-request 5s
                    timeout server 30s
                    timeout queue %ds
                backend shop
                    server one app:8080 maxconn 20 # password canary-2
                """.formatted(queue);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int run(Object... words) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] args = new String[words.length + 1];
        args[0] = "audit";
        for (int i = 0; i < words.length; i++) {
            args[i + 1] = words[i].toString();
        }
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--fail-on")) {
            all.addAll(List.of("--fail-on", "medium"));
        }
        return line.execute(all.toArray(String[]::new));
    }

    private JsonNode json(Object... words) throws IOException {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--format";
        all[words.length + 1] = "json";
        int code = run(all);
        JsonNode root = MAPPER.readTree(out.toString());
        assertThat(root.at("/summary/exitCode").asInt()).isEqualTo(code);
        return root;
    }

    private static List<String> rules(JsonNode findings) {
        return findings.findValuesAsText("rule");
    }

    @Test
    void aFindingAtTheGateIsCodeOne() {
        assertThat(run(folder.resolve("dev"), "--enable", "haproxy-queue-exceeds-budget"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("haproxy-queue-exceeds-budget")
                .contains("haproxy.cfg:10")
                .contains("docs/rules/haproxy-queue-exceeds-budget.md")
                .contains("FAIL: 1 finding at or above medium");
    }

    @Test
    void aFindingBelowTheGateIsCodeZero() {
        Path dev = folder.resolve("dev");

        assertThat(run(dev, "--enable", "haproxy-queue-exceeds-budget", "--fail-on", "high"))
                .isZero();
        assertThat(run(dev, "--enable", "haproxy-queue-exceeds-budget", "--fail-on", "never"))
                .isZero();
    }

    @Test
    void aDisabledRuleDoesNotJudge() throws IOException {
        JsonNode root = json(folder.resolve("dev"), "--disable", "haproxy-queue-exceeds-budget");

        assertThat(rules(root.at("/findings"))).doesNotContain("haproxy-queue-exceeds-budget");
    }

    @Test
    void anUnknownRuleIsCodeTwoWithTheNearest() {
        assertThat(run(folder, "--enable", "haproxy-queue-exceeds-budge")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "poolwright: --enable: there is no rule 'haproxy-queue-exceeds-budge'; the nearest is 'haproxy-queue-exceeds-budget'; all of them: poolwright rules list%n"
                                .formatted());
    }

    @Test
    void aPathThatIsNotThereIsCodeTwo() {
        assertThat(run(folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no '").contains("nowhere' that can be read");
    }

    @Test
    void noPathSaysWhatToWrite() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("write: poolwright audit .");
    }

    @Test
    void anUnknownFormatListsThoseThatThereAre() {
        assertThat(run(folder, "--format", "yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("accepted: text, json, sarif, junit, markdown, html");
    }

    @Test
    void twoFormatsToOnePlaceAreRefused() {
        assertThat(run(folder, "--format", "json", "--format", "sarif")).isEqualTo(2);
        assertThat(err.toString()).contains("json and sarif would go to one place");
    }

    @Test
    void whatCannotBeReadIsCodeThreeAndTheRestIsStillJudged() throws IOException {
        write("dev/docker-compose.yml", "services:\n  app:\n    image: \"x\n");
        JsonNode root = json(folder.resolve("dev"), "--enable", "haproxy-queue-exceeds-budget", "--fail-on", "never");

        assertThat(root.at("/summary/exitCode").asInt()).isEqualTo(3);
        assertThat(root.at("/unread/0/file").asText()).endsWith("docker-compose.yml");
        assertThat(root.at("/unread/0/reason").asText()).isNotBlank();
        assertThat(rules(root.at("/findings"))).containsExactly("haproxy-queue-exceeds-budget");
    }

    @Test
    void aFailingFindingWinsOverWhatCannotBeRead() throws IOException {
        write("dev/docker-compose.yml", "services:\n  app:\n    image: \"x\n");

        assertThat(run(folder.resolve("dev"), "--enable", "haproxy-queue-exceeds-budget"))
                .isEqualTo(1);
    }

    @Test
    void severalFormatsGoToFilesAtOnce() {
        Path json = folder.resolve("out/audit.json");
        Path html = folder.resolve("out/audit.html");

        run(folder.resolve("dev"), "--format", "json=" + json, "--format", "html=" + html, "--format", "text");

        assertThat(json).content().contains("poolwright/audit/1");
        assertThat(html).content().startsWith("<!DOCTYPE html>");
        assertThat(out.toString()).contains("exit code");
    }

    @Test
    void aBaselineMakesFindingsKnownEvenWhenLinesMove() throws IOException {
        Path dev = folder.resolve("dev");
        Path baseline = folder.resolve("baseline.json");
        assertThat(run(dev, "--write-baseline", baseline)).isEqualTo(1);

        write("dev/haproxy.cfg", "# a line more\n" + balancer(60));
        JsonNode moved = json(dev, "--baseline", baseline, "--fail-on", "info");
        write("dev/haproxy.cfg", balancer(70));
        int changed = run(dev, "--baseline", baseline);

        assertThat(moved.at("/summary/exitCode").asInt()).isZero();
        assertThat(moved.at("/findings").findValuesAsText("status"))
                .isNotEmpty()
                .containsOnly("known");
        assertThat(changed).isEqualTo(1);
        assertThat(out.toString()).contains("of the baseline's findings").contains("--write-baseline");
    }

    @Test
    void aBaselineCountsFromWhereverItIsReadFrom() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        run(folder.resolve("dev"), "--write-baseline", baseline);

        Path same = folder.resolve("prod/../dev");

        assertThat(json(same, "--baseline", baseline).at("/findings").findValuesAsText("status"))
                .containsOnly("known");
    }

    @Test
    void aBrokenBaselineIsCodeTwo() throws IOException {
        Path broken = write("baseline.json", "{\"schema\": \"other\"}");

        assertThat(run(folder.resolve("dev"), "--baseline", broken)).isEqualTo(2);
        assertThat(err.toString()).contains("accepted: poolwright/baseline/1");
    }

    @Test
    void aCommentWithAReasonKeepsAFindingQuietAndIsListed() throws IOException {
        write(
                "dev/haproxy.cfg",
                balancer(60)
                        .replace(
                                "    timeout queue",
                                "# poolwright:ignore haproxy-queue-exceeds-budget reason=\"load test\" until=2999-12-31\n"
                                        + "    timeout queue"));
        JsonNode root = json(folder.resolve("dev"), "--enable", "haproxy-queue-exceeds-budget");

        assertThat(root.at("/summary/exitCode").asInt()).isZero();
        assertThat(root.at("/findings")).isEmpty();
        assertThat(root.at("/suppressed/0/reason").asText()).isEqualTo("load test");
        assertThat(root.at("/suppressed/0/until").asText()).isEqualTo("2999-12-31");
    }

    @Test
    void aCommentThatHasEndedOrGivesNoReasonCountsNoMoreAndThatIsSaid() throws IOException {
        for (String words : List.of("why until=2000-01-01", "")) {
            write(
                    "dev/haproxy.cfg",
                    balancer(60)
                            .replace(
                                    "    timeout queue",
                                    "# poolwright:ignore haproxy-queue-exceeds-budget " + words
                                            + "\n    timeout queue"));

            assertThat(run(folder.resolve("dev"), "--enable", "haproxy-queue-exceeds-budget"))
                    .isEqualTo(1);
            assertThat(out.toString()).containsAnyOf("counts no more", "gives no reason");
        }
    }

    @Test
    void environmentsAreComparedSettingBySetting() throws IOException {
        JsonNode root = json(
                "--env",
                "dev=" + folder.resolve("dev"),
                "--env",
                "prod=" + folder.resolve("prod"),
                "--enable",
                "env-drift");

        assertThat(root.at("/drift/environments")).hasSize(2);
        assertThat(rules(root.at("/findings"))).contains("env-drift");
    }

    @Test
    void aChangeIsShownAndOnlyWrittenWithYes() throws IOException {
        Path file = folder.resolve("dev/haproxy.cfg");
        String before = Files.readString(file);

        run(folder.resolve("dev"), "--fix", "--yes", "--dry-run");
        assertThat(file).content().isEqualTo(before);
        run(folder.resolve("dev"), "--fix");
        assertThat(file).content().isEqualTo(before);
        assertThat(out.toString())
                .contains("+++ ")
                .contains("write: --fix --yes")
                .doesNotContain("canary");
        run(folder.resolve("dev"), "--fix", "--yes");

        assertThat(file).content().isNotEqualTo(before).contains("canary-2");
        assertThat(out.toString()).doesNotContain("canary");
    }

    @Test
    void quietPrintsNothing() {
        assertThat(run(folder.resolve("dev"), "--quiet", "--fail-on", "never")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void colourIsOnlyThereWhenAskedFor() {
        run(folder.resolve("dev"));
        assertThat(out.toString()).doesNotContain("\u001b");
        run(folder.resolve("dev"), "--color", "always");
        assertThat(out.toString()).contains("\u001b[");
    }

    @Test
    void theRulesAreListedForPeopleAndForPrograms() throws IOException {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));

        assertThat(line.execute("rules", "list", "--format", "json")).isZero();
        assertThat(MAPPER.readTree(out.toString()).at("/rules").findValuesAsText("id"))
                .contains("env-drift", "haproxy-queue-exceeds-budget")
                .isSorted();
    }

    @Test
    void aRuleThatDoesNotExistCannotBeExplained() {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));

        assertThat(line.execute("rules", "explain", "env-drft")).isEqualTo(2);
        assertThat(err.toString()).contains("the nearest is 'env-drift'");
    }
}
