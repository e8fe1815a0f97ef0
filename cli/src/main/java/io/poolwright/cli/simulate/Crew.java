package io.poolwright.cli.simulate;

import io.poolwright.simulate.search.Workers;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/** As many threads as there are processors, each with runs of its own. */
final class Crew implements Workers, AutoCloseable {
    private final ForkJoinPool pool;

    Crew(int threads) {
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public <T> List<T> all(List<Supplier<T>> tasks) {
        List<ForkJoinTask<T>> started =
                tasks.stream().map(task -> pool.submit(task::get)).toList();
        return started.stream().map(ForkJoinTask::join).toList();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
