package io.poolwright.bench.grid;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Means over looks. A look in which one of its sources was silent does not count towards that mean. */
final class Gauges {
    private final List<Tick> looks;

    Gauges(List<Tick> looks) {
        this.looks = List.copyOf(looks);
    }

    int looks() {
        return looks.size();
    }

    /** Client backends of the applications that {@code state} counts. */
    OptionalDouble backends(ToIntFunction<ClientBackends> state) {
        return mean(tick -> tick.database().value().map(database -> backends(database, state)));
    }

    /** Backends that no pool knows of. */
    OptionalDouble zombies() {
        return mean(tick -> tick.database().value().flatMap(database -> pools(tick)
                .map(pools -> backends(database, ClientBackends::total)
                        - pools.stream().mapToInt(PoolSample::total).sum())));
    }

    /** Of one pool, averaged over the instances. */
    OptionalDouble perPool(ToDoubleFunction<PoolSample> figure) {
        return mean(tick -> pools(tick)
                .map(pools -> pools.stream().mapToDouble(figure).average().orElseThrow()));
    }

    OptionalDouble balancer(ToDoubleFunction<BalancerSample> figure) {
        return mean(tick -> tick.balancer().value().map(figure::applyAsDouble));
    }

    /** How much a counter of the pools, added up, grew from the first look that shows it to the last. */
    OptionalDouble grown(ToLongFunction<PoolSample> counter) {
        List<Long> sums = looks.stream()
                .map(Gauges::pools)
                .flatMap(Optional::stream)
                .map(pools -> pools.stream().mapToLong(counter).sum())
                .toList();
        return sums.size() > 1
                ? OptionalDouble.of((double) (sums.get(sums.size() - 1) - sums.get(0)))
                : OptionalDouble.empty();
    }

    /** Mean duration of what a timer timed between the first look and the last, in milliseconds. */
    OptionalDouble millis(Function<PoolSample, TimerSample> timer) {
        OptionalDouble count = grown(pool -> timer.apply(pool).count());
        OptionalDouble micros = grown(pool -> Math.round(timer.apply(pool).seconds() * 1e6));
        return count.isPresent() && micros.isPresent() && count.getAsDouble() > 0
                ? OptionalDouble.of(micros.getAsDouble() / count.getAsDouble() / 1e3)
                : OptionalDouble.empty();
    }

    private OptionalDouble mean(Function<Tick, Optional<Double>> figure) {
        return looks.stream()
                .map(figure)
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private static double backends(DatabaseSample database, ToIntFunction<ClientBackends> state) {
        return database.clients().stream()
                .filter(client -> client.application().startsWith("shop"))
                .mapToInt(state)
                .sum();
    }

    /** Those of all instances; empty when one of them is silent. */
    private static Optional<List<PoolSample>> pools(Tick tick) {
        List<PoolSample> pools = new ArrayList<>();
        for (var instance : tick.instances()) {
            Answer<PoolSample> pool = instance.sample().flatMap(sample -> sample.pool());
            pool.value().ifPresent(pools::add);
        }
        return pools.isEmpty() || pools.size() < tick.instances().size() ? Optional.empty() : Optional.of(pools);
    }
}
