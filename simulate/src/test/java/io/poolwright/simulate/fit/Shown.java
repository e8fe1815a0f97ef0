package io.poolwright.simulate.fit;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.Origin;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.ServerSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerBuckets;
import io.poolwright.model.TimerSample;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What collectors would have read of a stack that ran in the machine: one instance, a look each second. */
final class Shown {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final StackModel model;
    private final boolean histogram;
    private long requests;
    private double requestSeconds;
    private long borrowed;
    private double waitSeconds;
    private long returned;
    private double useSeconds;
    private long timeouts;
    private long created;
    private final List<Double> bounds = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private double longest;

    private Shown(StackModel model, boolean histogram) {
        this.model = model;
        this.histogram = histogram;
        for (double bound = 0.001; bound < 30; bound *= 1.25) {
            bounds.add(bound);
            counts.add(0L);
        }
    }

    static List<Tick> of(Run run, StackModel model) {
        return of(run, model, true);
    }

    static List<Tick> of(Run run, StackModel model, boolean histogram) {
        Shown shown = new Shown(model, histogram);
        List<Tick> ticks = new ArrayList<>();
        for (Window second : run.seconds()) {
            ticks.add(shown.look(second));
        }
        return ticks;
    }

    private Tick look(Window second) {
        requests += second.customers().offered();
        long ended = second.pool().useTime().count();
        double used = ended * second.pool().useTime().mean().orElse(0);
        returned += ended;
        useSeconds += used;
        borrowed += second.pool().borrowed() + second.pool().timeouts();
        waitSeconds += second.pool().waitSeconds();
        requestSeconds +=
                used + second.pool().waitSeconds() + second.customers().offered() * model.get(Parameter.APP_BEFORE);
        timeouts += second.pool().timeouts();
        created += second.pool().created();
        longest = Math.max(longest, second.pool().useTime().percentile(100).orElse(0));
        for (int i = 0; i < bounds.size(); i++) {
            double beyond = second.pool().useTime().shareBeyond(bounds.get(i));
            counts.set(i, counts.get(i) + Math.round(ended * (1 - beyond)));
        }
        Instant at = START.plusMillis(Math.round(second.to() * 1000));
        return new Tick(
                at,
                Answer.of(new BalancerSample(
                        "haproxy",
                        requests,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        List.of(new ServerSample("shop-1", true, 1, OptionalInt.of(50), 0, requests, 0)))),
                List.of(new InstanceReading("shop-1", Answer.of(instance(second)))),
                Answer.of(database(second)),
                settings());
    }

    private InstanceSample instance(Window second) {
        int max = (int) model.get(Parameter.POOL_MAX);
        int lent = (int) Math.round(second.pool().used());
        Optional<TimerBuckets> buckets =
                histogram ? Optional.of(new TimerBuckets(bounds, List.copyOf(counts))) : Optional.empty();
        return new InstanceSample(
                "1",
                START,
                Answer.of(new HttpSample(
                        requests,
                        requestSeconds,
                        0,
                        OptionalInt.empty(),
                        OptionalInt.of((int) model.get(Parameter.APP_WORKERS)),
                        OptionalLong.of(0))),
                Answer.of(new PoolSample(
                        "shop",
                        lent,
                        max - lent,
                        (int) Math.round(second.pool().total()),
                        max,
                        (int) Math.round(second.pool().pending()),
                        timeouts,
                        new TimerSample(borrowed, waitSeconds, 0),
                        new TimerSample(returned, useSeconds, longest, buckets),
                        new TimerSample(created, 0.008 * created, 0.008))),
                Answer.of(new ProcessSample(0, 2)));
    }

    private static DatabaseSample database(Window second) {
        Window.Database database = second.database();
        int backends = (int) Math.round(database.backends());
        int active = (int) Math.min(backends, Math.round(database.active()));
        return new DatabaseSample(
                60,
                3,
                List.of(new ClientBackends(
                        "shop-1",
                        active,
                        (int) Math.min(active, Math.round(database.cpu())),
                        (int) Math.min(active, Math.round(database.onLock())),
                        backends - active,
                        0,
                        List.of())),
                new DatabaseCounters(0, 0, 0, 0, 0, 0, 0),
                Map.of("statement_timeout", "0ms", "client_connection_check_interval", "0ms"));
    }

    private List<DeclaredSetting> settings() {
        String hikari = "spring.datasource.hikari.";
        List<DeclaredSetting> settings = new ArrayList<>();
        settings.add(setting(hikari + "connection-timeout", 1000 * model.get(Parameter.POOL_ACQUIRE_TIMEOUT)));
        if (model.get(Parameter.POOL_SOCKET_TIMEOUT) < 1e6) {
            settings.add(
                    setting(hikari + "data-source-properties.socketTimeout", model.get(Parameter.POOL_SOCKET_TIMEOUT)));
        }
        return settings;
    }

    private static DeclaredSetting setting(String name, double value) {
        return new DeclaredSetting("shop-1", name, Long.toString(Math.round(value)), new Origin("application.yml", 1));
    }
}
