package io.poolwright.simulate.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Counterfactual;
import io.poolwright.simulate.search.Counterfactuals;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Trials;
import io.poolwright.simulate.search.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value of the grid with three seeds, on each of the scenarios: minutes, and so only with {@code -Dpoolwright.exhaustive=true}. */
@EnabledIfSystemProperty(named = "poolwright.exhaustive", matches = "true")
class WholeGridTest {
    /** Runs to the end what is beyond hope as well. */
    private static final Machine PATIENT = new Machine() {
        @Override
        public Run total(StackModel model, Setup setup) {
            return Machine.STACK.total(model, setup);
        }

        @Override
        public Run seconds(StackModel model, Setup setup, Predicate<Window> more) {
            return Machine.STACK.total(model, setup);
        }
    };

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "timeout-too-short; lb.maxconn=8,10 pool.max=8,10,12 pool.socket.timeout=0.08,0.1,0.2,0.5,5 db.cores=10,12,16,24",
                "balancer-limit; lb.maxconn=8,10,20,50,100,200,800",
                "retry-storm; client.timeout=8,16 client.retries=0 client.budget=0.02,0.05,0.1,0.2 lb.queue=10,50,100,500 "
                        + "lb.queue.timeout=0.1,0.25,0.5,1 pool.acquire.timeout=0.05,0.1,0.2 db.cores=16,24"
            })
    void exactlyTheseRestore(String id, String expected) {
        Scenario scenario = Scenarios.named(id).orElseThrow();

        Counterfactuals found = search(scenario, Machine.STACK);

        System.out.println(table(scenario, found));
        assertThat(values(found, Verdict.RESTORES)).isEqualTo(expected.strip());
        assertThat(values(found, Verdict.BORDERLINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"timeout-too-short", "balancer-limit", "retry-storm"})
    void endingHopelessRunsEarlyLeavesEveryVerdictAsItIs(String id) {
        Scenario scenario = Scenarios.named(id).orElseThrow();

        Map<String, Verdict> early = verdicts(search(scenario, Machine.STACK));
        Map<String, Verdict> late = verdicts(search(scenario, PATIENT));

        assertThat(early).isEqualTo(late);
    }

    private static Counterfactuals search(Scenario scenario, Machine machine) {
        return scenario.search()
                .of(scenario.model(), new Trials(machine, Conduct.PLAIN))
                .orElseThrow();
    }

    private static Map<String, Verdict> verdicts(Counterfactuals found) {
        return found.singles().stream().collect(Collectors.toMap(Counterfactual::said, Counterfactual::verdict));
    }

    private static String values(Counterfactuals found, Verdict verdict) {
        Map<io.poolwright.simulate.Parameter, String> values = new TreeMap<>();
        found.singles().stream().filter(one -> one.verdict() == verdict).forEach(one -> {
            var edit = one.change().edits().get(0);
            String value = edit.value() == Math.rint(edit.value())
                    ? Long.toString((long) edit.value())
                    : Double.toString(edit.value());
            values.merge(edit.parameter().orElseThrow(), value, (all, more) -> all + "," + more);
        });
        return values.entrySet().stream()
                .map(one -> one.getKey().id() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String table(Scenario scenario, Counterfactuals found) {
        List<String> lines = found.singles().stream()
                .map(one ->
                        "| %s | %s | %s |".formatted(one.said(), one.verdict().id(), one.why()))
                .toList();
        return "## %s%n%n%s%n".formatted(scenario.title(), String.join(System.lineSeparator(), lines));
    }
}
