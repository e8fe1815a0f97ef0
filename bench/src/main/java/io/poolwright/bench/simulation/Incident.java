package io.poolwright.bench.simulation;

import io.poolwright.simulate.scenarios.Scenario;
import io.poolwright.simulate.scenarios.Scenarios;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Progress;
import io.poolwright.simulate.search.Trials;
import io.poolwright.simulate.search.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The search for the change that ends a retry storm, in a process of its own on two threads: every value of the scenario's grid with
 * three seeds, 120 s each. Prints seconds on the clock for 200 runs, and how many runs there were, twice: as the product searches,
 * where a run ends once it is beyond hope, and with every run to its end.
 */
final class Incident {
    private static final int THREADS = 2;
    private static final double RUNS = 200;

    private Incident() {}

    public static void main(String[] args) {
        Scenario storm = Scenarios.named("retry-storm").orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Workers workers = new Workers() {
                @Override
                public <T> List<T> all(List<Supplier<T>> tasks) {
                    List<Future<T>> futures = new ArrayList<>();
                    tasks.forEach(task -> futures.add(threads.submit(task::get)));
                    List<T> results = new ArrayList<>();
                    futures.forEach(future -> results.add(result(future)));
                    return results;
                }
            };
            search(storm, workers); // warm
            long start = System.nanoTime();
            int runs = search(storm, workers);
            double seconds = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            int full = toTheEnd(storm, workers);
            double fullSeconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%.3f %d %.3f %d%n", seconds * RUNS / runs, runs, fullSeconds * RUNS / full, full);
        } finally {
            threads.shutdown();
        }
    }

    private static int search(Scenario storm, Workers workers) {
        Trials trials = new Trials(Machine.STACK, new Conduct(workers, Progress.SILENT, () -> true));
        storm.search().of(storm.model(), trials);
        return trials.done();
    }

    private static int toTheEnd(Scenario storm, Workers workers) {
        List<Supplier<Long>> runs = new ArrayList<>();
        storm.grid().changes(storm.model()).forEach(change -> {
            for (int seed = 1; seed <= 3; seed++) {
                var setup = storm.setup().withSeed(seed);
                runs.add(() ->
                        Machine.STACK.total(change.in(storm.model()), setup).events());
            }
        });
        workers.all(runs);
        return runs.size();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs go on", e);
        }
    }
}
