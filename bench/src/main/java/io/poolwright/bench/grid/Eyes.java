package io.poolwright.bench.grid;

import io.poolwright.config.haproxy.HaproxyConfiguration;
import io.poolwright.config.spring.SpringProperties;
import io.poolwright.drill.Instance;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.balancer.StatsSource;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.Sampler;
import io.poolwright.telemetry.haproxy.HaproxyStats;
import io.poolwright.telemetry.jvm.JvmPage;
import io.poolwright.telemetry.postgres.PostgresActivity;
import io.poolwright.telemetry.postgres.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The collectors, pointed at the stack: what a stranger who watches it would see. */
final class Eyes implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMillis(800);
    private static final Duration SOURCE = Duration.ofMillis(700);

    private final RunningStack stack;
    private final PostgresActivity database;
    private final Sampler sampler;
    private final Set<String> watched = new HashSet<>();

    private Eyes(RunningStack stack, PostgresActivity database, StatsSource.UnixSocket statistics) {
        this.stack = stack;
        this.database = database;
        this.sampler = new Sampler(
                new HaproxyStats(
                        stack.balancer().product(),
                        io.poolwright.telemetry.haproxy.StatsSource.runtimeSocket(statistics.path(), SOURCE),
                        "edge",
                        "shop"),
                database,
                this::declared,
                Clock.systemUTC(),
                DEADLINE);
    }

    static Eyes on(RunningStack stack) {
        if (!(stack.balancer().statsSource() instanceof StatsSource.UnixSocket statistics)) {
            throw new IllegalStateException("the grid is measured behind HAProxy");
        }
        PostgresAddress address = new PostgresAddress(
                stack.jdbcUrl(), stack.database().superuser(), stack.database().password(), "shop");
        return new Eyes(stack, PostgresActivity.open(address, SOURCE), statistics);
    }

    /** One look at the instances that run now. */
    Tick look() {
        Set<String> gone = new HashSet<>(watched);
        for (Instance instance : stack.instances()) {
            gone.remove(instance.name());
            if (watched.add(instance.name())) {
                sampler.watch(instance.name(), new JvmPage(instance.metrics(), SOURCE));
            }
        }
        gone.forEach(name -> {
            watched.remove(name);
            sampler.forget(name);
        });
        return sampler.look();
    }

    private List<DeclaredSetting> declared() {
        try {
            List<DeclaredSetting> settings =
                    new ArrayList<>(HaproxyConfiguration.read(stack.balancer().configFile()));
            for (Instance instance : stack.instances()) {
                settings.addAll(SpringProperties.read(instance.name(), instance.configFile()));
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("a file that the stack was started with is gone", e);
        }
    }

    @Override
    public void close() {
        sampler.close();
        database.close();
    }
}
