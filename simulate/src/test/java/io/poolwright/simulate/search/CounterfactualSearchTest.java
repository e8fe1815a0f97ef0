package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.queueing.law.Constant;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Figured.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CounterfactualSearchTest {
    private static final Setup SETUP = new Setup(30, 30, 1, 2);
    private static final StackModel MODEL = StackModel.empty()
            .with(CLIENT_RATE, 100)
            .with(POOL_MAX, 10)
            .with(LB_MAXCONN, 8)
            .with(POOL_ACQUIRE_TIMEOUT, 1)
            .withDatabase(Constant.ZERO, new Constant(0.02));

    /** Well from a pool of 16 on, or with 12 places in the balancer; worse with fewer than 8. */
    private static final Figured KNOWN = new Figured((model, seed, from) -> new Answer(
            model.get(POOL_MAX) >= 16 || model.get(LB_MAXCONN) >= 12 ? 1 : model.get(POOL_MAX) < 8 ? 0.3 : 0.5, 0.1));

    private static final Grid GRID = Grid.empty()
            .with(POOL_MAX, 5, 12, 16, 32)
            .with(LB_MAXCONN, 10, 12, 40)
            .with(POOL_ACQUIRE_TIMEOUT, 0.5, 2);

    @Test
    void ranksTheSmallestChangeFirst() {
        Counterfactuals found = search(KNOWN, MODEL, List.of());

        assertThat(found.needed()).isTrue();
        assertThat(found.restoring())
                .extracting(Counterfactual::said)
                .containsExactly("lb.maxconn 8 → 12", "pool.max 10 → 16");
        assertThat(found.pairs()).isEmpty();
    }

    @Test
    void whatWasChangedLatelyIsTriedFirst() {
        assertThat(search(KNOWN, MODEL, List.of(POOL_MAX)).restoring())
                .extracting(Counterfactual::said)
                .containsExactly("pool.max 10 → 16", "lb.maxconn 8 → 12");
    }

    @Test
    void saysWhatDoesNotHelpAndWhatMakesItWorse() {
        List<Counterfactual> singles = search(KNOWN, MODEL, List.of()).singles();

        assertThat(verdict(singles, "pool.max 10 → 5")).isEqualTo(Verdict.MAKES_WORSE);
        assertThat(verdict(singles, "pool.max 10 → 12")).isEqualTo(Verdict.DOES_NOT);
        assertThat(verdict(singles, "pool.acquire.timeout 1 s → 2 s")).isEqualTo(Verdict.DOES_NOT);
        assertThat(verdict(singles, "pool.max 10 → 32")).isEqualTo(Verdict.RESTORES);
        assertThat(singles.get(0).why()).isNotEmpty();
    }

    @Test
    void changeThatHelpsInSomeRunsIsBorderline() {
        Figured chancy =
                new Figured((model, seed, from) -> new Answer(model.get(POOL_MAX) >= 16 && seed != 2 ? 1 : 0.5, 0.1));

        Counterfactual found = search(chancy, MODEL, List.of()).singles().stream()
                .filter(one -> one.said().equals("pool.max 10 → 16"))
                .findFirst()
                .orElseThrow();

        assertThat(found.verdict()).isEqualTo(Verdict.BORDERLINE);
        assertThat(found.why()).endsWith("; the goal is met in 2 of 3 runs");
    }

    @Test
    void twoChangesAreTriedWhenNoSingleOneRestores() {
        Figured both = new Figured((model, seed, from) ->
                new Answer(0.4 + (model.get(POOL_MAX) >= 16 ? 0.3 : 0) + (model.get(LB_MAXCONN) >= 12 ? 0.3 : 0), 0.1));

        Counterfactuals found = search(both, MODEL, List.of());

        assertThat(found.restoring()).isEmpty();
        assertThat(found.pairs())
                .first()
                .extracting(Counterfactual::said)
                .asString()
                .contains("pool.max 10 → 16")
                .contains("lb.maxconn 8 → 12");
    }

    @Test
    void nothingIsSearchedForAStackThatMeetsItsGoal() {
        Counterfactuals found = search(KNOWN, MODEL.with(POOL_MAX, 20), List.of());

        assertThat(found.needed()).isFalse();
        assertThat(found.singles()).isEmpty();
        assertThat(found.remedies()).isNotEmpty();
    }

    @Test
    void popularRemediesAreAnsweredEachForItself() {
        List<Counterfactual> remedies = search(KNOWN, MODEL, List.of()).remedies();

        assertThat(verdict(remedies, "pool.max 10 → 20")).isEqualTo(Verdict.RESTORES);
        assertThat(verdict(remedies, "app.instances 1 → 2")).isEqualTo(Verdict.DOES_NOT);
        assertThat(verdict(remedies, "queries 2 times faster")).isEqualTo(Verdict.DOES_NOT);
    }

    @Test
    void changesThatContradictTheStackAreLeftOut() {
        Grid grid = Grid.empty().with(POOL_MAX, 1, 16);

        Counterfactuals found = new CounterfactualSearch(Goal.USUAL, SETUP, 3, Optional.of(grid), List.of())
                .of(MODEL.with(APP_NESTED, 2), new Trials(KNOWN, Conduct.PLAIN))
                .orElseThrow();

        assertThat(found.singles()).extracting(Counterfactual::said).containsExactly("pool.max 10 → 16");
    }

    @Test
    void stoppedSearchKeepsWhatIsWhole() {
        // 3 runs of the stack, 8 remedies of 3 runs, and 4 more: one change and a third of the next.
        AtomicInteger left = new AtomicInteger(3 + 7 * 3 + 4);
        Trials trials =
                new Trials(KNOWN, new Conduct(Workers.sequential(), Progress.SILENT, () -> left.getAndDecrement() > 0));

        Counterfactuals found = new CounterfactualSearch(Goal.USUAL, SETUP, 3, Optional.of(GRID), List.of())
                .of(MODEL, trials)
                .orElseThrow();

        assertThat(found.remedies()).hasSize(7);
        assertThat(found.singles()).hasSize(1);
        assertThat(found.partial()).hasValue("partial: 28 of 51 runs");
    }

    @Test
    void nothingIsSaidWhenStoppedAtOnce() {
        Trials trials = new Trials(KNOWN, new Conduct(Workers.sequential(), Progress.SILENT, () -> false));

        assertThat(CounterfactualSearch.of(Goal.USUAL, SETUP).of(MODEL, trials)).isEmpty();
    }

    @Test
    void answerDoesNotHangOnTheNumberOfThreads() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CounterfactualSearch search =
                    new CounterfactualSearch(Goal.USUAL, new Setup(5, 10, 1, 2), 3, Optional.of(GRID), List.of());
            Counterfactuals alone =
                    search.of(MODEL, new Trials(Machine.STACK, Conduct.PLAIN)).orElseThrow();
            Conduct four = new Conduct(pool(threads), Progress.SILENT, () -> true);
            Counterfactuals together =
                    search.of(MODEL, new Trials(Machine.STACK, four)).orElseThrow();

            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void gridOfAStackWithoutLimitsHasLimitsToTry() {
        List<String> tried = Grid.around(MODEL.with(CLIENT_RETRIES, 2)).changes(MODEL).stream()
                .map(Change::id)
                .distinct()
                .toList();

        assertThat(tried)
                .contains(
                        "lb.queue", "lb.queue.timeout", "client.budget", "client.retries", "pool.max", "app.instances");
        assertThat(tried).doesNotContain("client.rate", "pool.socket.timeout");
    }

    @Test
    void distanceIsTheLogarithmOfTheRatio() {
        assertThat(Edit.of(POOL_MAX, 20).distance(MODEL))
                .isEqualTo(Edit.of(POOL_MAX, 5).distance(MODEL));
        assertThat(Edit.of(POOL_MAX, 10).distance(MODEL)).isZero();
        assertThat(Edit.of(POOL_SOCKET_TIMEOUT, 5).distance(MODEL)).isEqualTo(2);
        assertThat(Edit.of(CLIENT_RETRIES, 0).distance(MODEL.with(CLIENT_RETRIES, 3)))
                .isEqualTo(Math.log(4));
    }

    @Test
    void changeHoldsForTheWholeRunWhateverWasToHappen() {
        StackModel stepped = MODEL.step(POOL_MAX, 10, 5);

        assertThat(Edit.of(POOL_MAX, 20).in(stepped)).isEqualTo(MODEL.with(POOL_MAX, 20));
        assertThat(Edit.of(POOL_MAX, 20).said(stepped)).isEqualTo("pool.max 5 → 20");
    }

    private static Verdict verdict(List<Counterfactual> all, String said) {
        return all.stream()
                .filter(one -> one.said().equals(said))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static Counterfactuals search(
            Machine machine, StackModel model, List<io.poolwright.simulate.Parameter> lately) {
        return new CounterfactualSearch(Goal.USUAL, SETUP, 3, Optional.of(GRID), lately)
                .of(model, new Trials(machine, Conduct.PLAIN))
                .orElseThrow();
    }

    private static Workers pool(ExecutorService threads) {
        return new Workers() {
            @Override
            public <T> List<T> all(List<Supplier<T>> tasks) {
                List<Future<T>> futures = new ArrayList<>();
                tasks.forEach(task -> futures.add(threads.submit(task::get)));
                List<T> results = new ArrayList<>();
                for (Future<T> future : futures) {
                    try {
                        results.add(future.get());
                    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return results;
            }
        };
    }
}
