package io.poolwright.simulate.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A validation that no broken rule can make fail proves nothing. A few in every build; all with {@code -Dpoolwright.exhaustive=true}. */
class MutationTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Map<Mutation, String> SEEN = new LinkedHashMap<>();

    static Stream<Mutation> quick() {
        return Mutations.quick().stream();
    }

    static Stream<Mutation> all() {
        return Mutations.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quick")
    void aBrokenRuleIsNoticed(Mutation mutation) {
        assertThat(MutatedClasses.of(mutation, ROOT).verdict().apply(mutation.validation()))
                .isNotEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @EnabledIfSystemProperty(named = "poolwright.exhaustive", matches = "true")
    void everyBrokenRuleIsNoticed(Mutation mutation) {
        String noticed = MutatedClasses.of(mutation, ROOT).verdict().apply(mutation.validation());
        SEEN.put(mutation, noticed);

        assertThat(noticed).isNotEqualTo(Verdict.HOLDS);
    }

    @Test
    void everyRuleStandsInItsSourceOnce() {
        assertThat(all()).allSatisfy(mutation -> assertThat(MutatedClasses.changed(mutation, ROOT))
                .contains(mutation.replacement()));
    }

    @Test
    void everyValidationHasARuleThatBreaksIt() {
        assertThat(all().map(Mutation::validation).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void unchangedClassesHoldWhenLoadedAnew() {
        assertThat(MutatedClasses.unchanged().verdict().apply(12)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aRuleThatIsNoLongerThereIsNoCheck() {
        Mutation gone = Mutation.ofRun(1, "gone", "Pools.java", "no such line", "");

        assertThatThrownBy(() -> MutatedClasses.of(gone, ROOT))
                .hasMessageEndingWith("Pools.java: found nowhere; accepted: exactly once: no such line");
    }

    @AfterAll
    static void table() {
        if (!SEEN.isEmpty()) {
            Tables.write("mutations.md", Tables.ofMutations(SEEN));
        }
    }
}
