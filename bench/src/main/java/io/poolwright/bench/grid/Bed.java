package io.poolwright.bench.grid;

import io.poolwright.drill.BalancerKind;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.StackOptions;
import io.poolwright.drill.load.Arrivals;
import io.poolwright.drill.load.LoadGenerator;
import io.poolwright.drill.load.LoadPlan;
import io.poolwright.drill.load.LoadReport;
import io.poolwright.drill.load.RetryPolicy;
import io.poolwright.model.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running stack that is set to a point, loaded, and measured. */
final class Bed implements AutoCloseable {
    private static final String HIKARI = "spring.datasource.hikari.";
    private static final String SOCKET_TIMEOUT = HIKARI + "data-source-properties.socketTimeout";
    private static final String TRIES = "shop.checkout.attempts";
    /** A generator later than this adds to what it measures more than the comparison can bear. */
    private static final Duration LAG_LIMIT = Duration.ofMillis(10);

    private static final Duration GOOD_WITHIN = Duration.ofMillis(500);
    private static final int COLD_SECONDS = 8;
    private static final int COLD_RATE = 400;
    /** A query takes 5 s at most; the pool gives up on filling itself sooner. */
    private static final int SETTLE_SECONDS = 8;

    private static final Duration DRAIN = Duration.ofSeconds(4);
    private static final long LOOK_MILLIS = 500;

    private final RunningStack stack;
    private final Eyes eyes;
    private boolean cold = true;

    private Bed(RunningStack stack) {
        this.stack = stack;
        this.eyes = Eyes.on(stack);
    }

    static Bed start(Path folder) throws IOException {
        return new Bed(RunningStack.start(
                StackOptions.in(folder).with(BalancerKind.HAPROXY).telling(System.err::println)));
    }

    RunningStack stack() {
        return stack;
    }

    Eyes eyes() {
        return eyes;
    }

    /** Sets it, warms it up, loads it, measures it. */
    Row measure(Point point) throws IOException, SQLException, InterruptedException {
        set(point.workload(), point.settings());
        List<Tick> looks = new ArrayList<>();
        try (LoadGenerator load = LoadGenerator.start(plan(point), second -> {})) {
            Instant began = Instant.now();
            Punctual.load();
            pause(began.plusSeconds(point.warmUp()));
            Processors before = Processors.now(stack);
            Instant from = began.plusSeconds(point.warmUp());
            Instant to = from.plusSeconds(point.seconds());
            while (Instant.now().isBefore(to)) {
                looks.add(eyes.look());
                pause(from.plusMillis(LOOK_MILLIS * looks.size()));
            }
            Processors used = Processors.now(stack).since(before);
            TimeUnit.MILLISECONDS.sleep(200); // the books of the last second are closed and carried over
            LoadReport report = load.between(began, to.minusMillis(LOOK_MILLIS));
            load.drain(DRAIN);
            return new Row(point, report, new Gauges(looks), used, from);
        }
    }

    LoadPlan plan(Point point) {
        return LoadPlan.post(stack.entry(), point.settings().rate())
                .withArrivals(Arrivals.POISSON, point.seed())
                .withCallers(Duration.ofMillis(Math.round(Row.DEADLINE * 1e3)), RetryPolicy.none())
                .withGoodWithin(GOOD_WITHIN)
                .withWarmUp(Duration.ofSeconds(point.warmUp()))
                .withLagLimit(LAG_LIMIT);
    }

    void set(Workload workload, Settings settings) throws SQLException, InterruptedException {
        deploy(settings);
        for (var instance : stack.instances()) {
            stack.balancer().limit(instance.name(), settings.maxconn());
        }
        if (cold) {
            heat();
        }
        stack.behaviour(now -> workload.behaviour());
        settle(0);
        stack.replacePools(Map.of(
                HIKARI + "maximum-pool-size",
                "" + settings.pool(),
                HIKARI + "minimum-idle",
                "" + settings.pool(),
                HIKARI + "connection-timeout",
                "" + settings.acquireTimeout(),
                SOCKET_TIMEOUT,
                "" + settings.socketTimeout()));
        settle(settings.pool() * settings.instances());
    }

    private void deploy(Settings settings) {
        if (!stack.property(TRIES).equals("" + settings.tries())) {
            stack.scaleIn();
            stack.redeploy(Map.of(TRIES, "" + settings.tries()), stack.nextVersion());
            cold = true;
        }
        if (settings.instances() == stack.instances().size()) {
            return;
        }
        if (settings.instances() == 3) {
            stack.scaleOut();
            cold = true;
        } else {
            stack.scaleIn();
        }
    }

    /** New processes have their code compiled while they serve: for some seconds, and not in the figures. */
    private void heat() throws InterruptedException {
        stack.behaviour(now -> Workload.HOLD_BOUND.behaviour());
        try (LoadGenerator load = LoadGenerator.start(LoadPlan.post(stack.entry(), COLD_RATE), second -> {})) {
            TimeUnit.SECONDS.sleep(COLD_SECONDS);
            load.drain(DRAIN);
        }
        cold = false;
    }

    /** Waits until no statement runs and that many sessions are open, or until more cannot be had. */
    private void settle(int sessions) throws SQLException, InterruptedException {
        Instant longest = Instant.now().plusSeconds(SETTLE_SECONDS);
        while (Instant.now().isBefore(longest)) {
            try (Statement statement = stack.superuser().createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT count(*), count(*) FILTER (WHERE state <> 'idle') FROM pg_stat_activity"
                                    + " WHERE backend_type = 'client backend' AND application_name LIKE 'shop%'")) {
                row.next();
                boolean enough = row.getInt(1) >= Math.min(sessions, 56);
                if (row.getInt(2) == 0 && enough) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void pause(Instant until) throws InterruptedException {
        long millis = Duration.between(Instant.now(), until).toMillis();
        if (millis > 0) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }

    @Override
    public void close() {
        eyes.close();
        stack.close();
    }
}
