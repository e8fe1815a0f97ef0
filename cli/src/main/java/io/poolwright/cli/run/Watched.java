package io.poolwright.cli.run;

import io.poolwright.drill.Instance;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.balancer.StatsSource;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.Sampler;
import io.poolwright.telemetry.haproxy.HaproxyStats;
import io.poolwright.telemetry.jvm.JvmPage;
import io.poolwright.telemetry.postgres.PostgresActivity;
import io.poolwright.telemetry.postgres.PostgresAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The stack as a stranger could watch it: metrics pages, the balancer's statistics, the database's views. */
final class Watched {
    private static final Duration DEADLINE = Duration.ofMillis(800);
    private static final Duration SOURCE = Duration.ofMillis(700);

    private Watched() {}

    /** A session of its own, opened while all is well, so that it is there when no other can be had. */
    static PostgresActivity database(RunningStack stack) {
        return PostgresActivity.open(
                new PostgresAddress(
                        stack.jdbcUrl(),
                        stack.database().superuser(),
                        stack.database().password(),
                        "shop"),
                SOURCE);
    }

    static Sampler sampler(RunningStack stack, PostgresActivity database, Clock clock) {
        Sampler sampler = new Sampler(
                new HaproxyStats(stack.balancer().product(), source(stack), "edge", "shop"),
                database,
                new Declared(stack),
                clock,
                DEADLINE);
        stack.instances().forEach(instance -> watch(sampler, instance));
        return sampler;
    }

    /** One look at the instances that run now: a deployment's inventory says which, as a service registry would. */
    static Tick look(Sampler sampler, RunningStack stack) {
        Tick tick = sampler.look();
        Set<String> known =
                tick.instances().stream().map(InstanceReading::instance).collect(Collectors.toCollection(HashSet::new));
        List<Instance> running = stack.instances();
        running.stream()
                .filter(instance -> !known.contains(instance.name()))
                .forEach(instance -> watch(sampler, instance));
        known.removeAll(running.stream().map(Instance::name).toList());
        known.forEach(sampler::forget);
        return tick;
    }

    private static void watch(Sampler sampler, Instance instance) {
        sampler.watch(instance.name(), new JvmPage(instance.metrics(), SOURCE));
    }

    private static io.poolwright.telemetry.haproxy.StatsSource source(RunningStack stack) {
        StatsSource source = stack.balancer().statsSource();
        if (source instanceof StatsSource.UnixSocket socket) {
            return io.poolwright.telemetry.haproxy.StatsSource.runtimeSocket(socket.path(), SOURCE);
        }
        if (source instanceof StatsSource.Http page) {
            return io.poolwright.telemetry.haproxy.StatsSource.statsPage(page.address(), SOURCE);
        }
        throw new IllegalStateException("a third kind of statistics source: " + source);
    }
}
