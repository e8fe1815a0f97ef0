package io.poolwright.audit.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.Finding;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Duration TEN = Duration.ofSeconds(10);

    private static Setting<Duration> wait(String file, Duration time) {
        return Setting.declared("connectionTimeout", time, time.toMillis() + "", new Origin(file, 3));
    }

    private static Stack stack(String name, Setting<?>... settings) {
        Part.Builder pool =
                Part.of(Kind.POOL, "hikaricp", name + "/pool", "orders", new Origin(name + "/application.yml", 1));
        List.of(settings).forEach(pool::with);
        return new Stack(name, List.of(pool.build()), List.of(), Settings.NONE);
    }

    private static Map<String, Stack> environments(Stack... stacks) {
        Map<String, Stack> all = new LinkedHashMap<>();
        List.of(stacks).forEach(stack -> all.put(stack.environment(), stack));
        return all;
    }

    private static List<Finding> findings(Stack... stacks) {
        return new Drift(environments(stacks), List.of()).findings();
    }

    @Test
    void twoWrittenValuesThatDifferAreDriftInProduction() {
        List<Finding> findings = findings(
                stack("prod", wait("prod/a.yml", Duration.ofSeconds(1))), stack("staging", wait("staging/a.yml", TEN)));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo("env-drift");
        assertThat(findings.get(0).at()).hasToString("prod/a.yml:3");
        assertThat(findings.get(0).message())
                .isEqualTo("connectionTimeout of hikaricp pool 'orders' differs: prod 1 s, staging 10 s");
        assertThat(findings.get(0).related())
                .extracting(one -> one.at().toString())
                .containsExactly("staging/a.yml:3");
    }

    @Test
    void aValueThatProductionLeavesToItsDefaultIsMissing() {
        List<Finding> findings = findings(
                stack("staging", wait("staging/a.yml", TEN)),
                stack("prod", Setting.defaulted("connectionTimeout", Duration.ofSeconds(30), "HikariCP 7.1")));

        assertThat(findings).extracting(Finding::rule).containsExactly("env-key-missing");
        assertThat(findings.get(0).at()).hasToString("staging/a.yml:3");
        assertThat(findings.get(0).message()).endsWith("staging 10 s, prod 30 s (default)");
    }

    @Test
    void equalValuesAreNoDriftHoweverTheyAreWritten() {
        assertThat(findings(stack("a", wait("a", TEN)), stack("b", wait("b", Duration.ofMillis(10_000)))))
                .isEmpty();
        assertThat(findings(
                        stack("a", wait("a", TEN)),
                        stack("b", Setting.defaulted("connectionTimeout", TEN, "HikariCP 7.1"))))
                .isEmpty();
    }

    @Test
    void anUnknownValueIsNeitherEqualNorDifferent() {
        Drift drift = new Drift(
                environments(
                        stack("a", wait("a", TEN)),
                        stack("b", Setting.unresolved("connectionTimeout", "${WAIT}", new Origin("b", 1)))),
                List.of());

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.matrix().rows()).extracting(DriftMatrix.Line::state).containsExactly(DriftRow.State.UNKNOWN);
    }

    @Test
    void whatTheTeamMeansIsInTheMatrixAndNoFinding() {
        Drift drift = new Drift(
                environments(stack("a", wait("a", TEN)), stack("b", wait("b", Duration.ofSeconds(1)))),
                List.of("connectionTimeout"));

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.matrix().rows()).extracting(DriftMatrix.Line::state).containsExactly(DriftRow.State.INTENDED);
    }

    @Test
    void aPartThatOneEnvironmentLacksIsNotCompared() {
        Stack other = new Stack("b", List.of(), List.of(), Settings.NONE);

        assertThat(findings(stack("a", wait("a", TEN)), other)).isEmpty();
    }

    @Test
    void copiesOfOneProgramAreComparedHoweverManyThereAre() {
        Part one = copy("prod", "a", Duration.ofSeconds(1));
        Part two = copy("prod", "b", Duration.ofSeconds(1));
        Stack prod = new Stack("prod", List.of(one, two), List.of(), Settings.NONE);

        assertThat(findings(stack("dev", wait("dev/a.yml", TEN)), prod))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("connectionTimeout of hikaricp pool 'orders' differs: dev 10 s, prod 1 s"));
    }

    private static Part copy(String environment, String service, Duration time) {
        return Part.of(
                        Kind.POOL,
                        "hikaricp",
                        environment + "/" + service,
                        "orders",
                        new Origin(environment + "/application.yml", 1))
                .with(wait(environment + "/a.yml", time))
                .build();
    }
}
