package io.poolwright.server.ui;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Evidence;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.view.AlertLine;
import io.poolwright.watch.view.EventLine;
import io.poolwright.watch.view.FindingRow;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.Limit;
import io.poolwright.watch.view.Marker;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolContext;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.ServiceState;
import io.poolwright.watch.view.TargetLine;
import io.poolwright.watch.view.TimeLine;
import io.poolwright.watch.view.Trouble;
import io.poolwright.watch.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up stack: a trouble in orders that began four minutes ago, and many calm services around it. */
final class MadeUp implements Screens {
    private static final String PERCENTILE = "no percentile: enable"
            + " management.metrics.distribution.percentiles-histogram.hikaricp.connections.acquire";

    private final Clock clock;
    private final Instant began;
    private final Map<PoolId, Shape> pools = new LinkedHashMap<>();

    /** How a pool behaves. */
    private record Shape(double max, double usual, double swing, Kind kind) {}

    private enum Kind {
        CALM,
        BUSY,
        BROKEN,
        SILENT
    }

    MadeUp(Clock clock, int size) {
        this.clock = clock;
        this.began = clock.instant().minusSeconds(244);
        add("edge", "lb-1", Tier.FRONTEND, "https-in", 4000, .61, .02, Kind.CALM);
        add("edge", "lb-1", Tier.SERVER, "orders/orders-1", 60, .31, .05, Kind.CALM);
        for (String copy : List.of("10.0.3.11:8080", "10.0.3.12:8080", "10.0.3.13:8080")) {
            add("orders", copy, Tier.WORKERS, "tomcat http-nio-8080", 200, .78, .02, Kind.CALM);
            add("orders", copy, Tier.POOL, "HikariPool-1", 20, .4, .1, copy.contains(".13:") ? Kind.CALM : Kind.BROKEN);
            add("orders", copy, Tier.HTTP_CLIENT, "payments-api", 50, .9, .04, Kind.BUSY);
        }
        add("orders", "lb-1", Tier.SERVER, "orders/orders-1", 60, .18, .05, Kind.CALM);
        add("orders", "pgb-1", Tier.POOLER, "orders@pg-main", 40, .5, .1, Kind.SILENT);
        add("orders", "pg-main", Tier.DATABASE, "pg-main", 197, .44, .02, Kind.CALM);
        String[] names = {
            "billing",
            "catalog",
            "search",
            "accounts",
            "inventory",
            "shipping",
            "pricing",
            "reviews",
            "mail",
            "reports",
            "ledger",
            "media",
            "loyalty",
            "returns",
            "tax",
            "fraud",
            "exports",
            "imports",
            "admin",
            "notifications",
            "quotes"
        };
        int i = 0;
        while (pools.size() < size) {
            String service = names[i % names.length];
            int n = i / names.length;
            Tier tier = List.of(Tier.POOL, Tier.WORKERS, Tier.HTTP_CLIENT, Tier.POOL, Tier.SERVER)
                    .get(n % 5);
            String name =
                    switch (tier) {
                        case WORKERS -> "tomcat";
                        case HTTP_CLIENT -> "to-" + names[(i + 3) % names.length];
                        case SERVER -> service + "/" + service + "-" + n;
                        default -> n % 2 == 0 ? "HikariPool-" + (n / 5 + 1) : "readonly-" + (n / 5 + 1);
                    };
            add(
                    service,
                    "10.0." + (i % 21 + 4) + "." + (11 + n % 3) + ":8080",
                    tier,
                    name,
                    10 + n % 4 * 10,
                    .1 + .05 * (i % 11),
                    .05,
                    i == 97 ? Kind.SILENT : i == 44 ? Kind.BUSY : Kind.CALM);
            i++;
        }
    }

    private void add(
            String service,
            String instance,
            Tier tier,
            String name,
            double max,
            double usual,
            double swing,
            Kind kind) {
        pools.put(new PoolId(service, instance, tier, name), new Shape(max, usual, swing, kind));
    }

    @Override
    public Overview overview() {
        Instant now = clock.instant();
        Firing lead = late(now);
        return Views.overview(
                now,
                "prod",
                pools.keySet().stream().map(pool -> state(pool, now)).toList(),
                List.of(new ServiceState(
                        "orders",
                        Optional.of(diagnosis(now)),
                        List.of(new Trouble(Optional.of(broken()), lead, List.of("slots towards orders-1 queue"))))));
    }

    private PoolId broken() {
        return pools.entrySet().stream()
                .filter(it -> it.getValue().kind() == Kind.BROKEN)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private Firing late(Instant now) {
        return new Firing(
                "pool-timing-out",
                Level.CRITICAL,
                "callers give up waiting",
                "31 callers a minute gave up after 1 s of waiting; 20 of 20 connections are used and 24 wait. Each one is a failed request.",
                began);
    }

    private Diagnosis diagnosis(Instant now) {
        return new Diagnosis(
                now,
                List.of(),
                List.of(new Assessment(
                        "wait-limit-too-short",
                        "wait limit 1 s is shorter than the p95 use time 1.4 s",
                        Verdict.CAUSE,
                        23,
                        List.of(new Evidence(Evidence.Side.FOR, "wait limit 1 s < p95 use 1.4 s", 23)))),
                Optional.of(new RootCause(
                        "wait-limit-too-short",
                        "wait limit 1 s is shorter than the p95 use time 1.4 s",
                        began.plusSeconds(4),
                        Optional.of(new Remedy(
                                "connectionTimeout", "orders/application.yaml:14", "1 s", "5 s", "three times p95")),
                        Optional.empty())),
                List.of());
    }

    private PoolState state(PoolId id, Instant now) {
        Shape shape = pools.get(id);
        if (shape.kind() == Kind.SILENT) {
            return PoolState.silent(
                    id, "connection refused by " + id.instance(), Optional.of(now.minusSeconds(1320)), List.of());
        }
        Measures measures = measures(id, shape, now.toEpochMilli() / 1000);
        Reading reading = Reading.of(id)
                .set(Signal.USED, measures.raw(Measure.USED))
                .set(Signal.MAX, shape.max())
                .because(Signal.WAIT_P95, PERCENTILE)
                .build();
        List<Firing> firing = shape.kind() == Kind.BROKEN ? List.of(late(now)) : List.of();
        return PoolState.answered(reading, measures, measures, firing);
    }

    private Measures measures(PoolId id, Shape shape, long second) {
        double wave =
                Math.sin(second / 47.0 + id.hashCode() % 100) * .6 + Math.sin(second / 7.0 + id.hashCode() % 31) * .4;
        double noise = ((second * 2654435761L + id.hashCode()) >>> 8 & 1023) / 1023.0 - .5;
        boolean broken = shape.kind() == Kind.BROKEN && second > began.getEpochSecond() - 30;
        double share = Math.max(0, Math.min(1, shape.usual() + shape.swing() * (wave + noise)));
        double ramp = broken ? Math.min(1, (second - began.getEpochSecond() + 30) / 60.0) : 0;
        double used = Math.rint(shape.max() * (share + (1 - share) * ramp));
        double pending = broken && ramp >= 1 ? Math.rint(22 + 4 * wave + 2 * noise) : 0;
        double use = broken ? .05 + .75 * ramp : .02 + .01 * wave;
        double[] m = Measures.unknown();
        m[Measure.USED.ordinal()] = used;
        m[Measure.MAX.ordinal()] = shape.max();
        if (id.tier() == Tier.POOL || id.tier() == Tier.HTTP_CLIENT || id.tier() == Tier.WORKERS) {
            m[Measure.IDLE.ordinal()] = shape.max() - used;
            m[Measure.THROUGHPUT.ordinal()] = used / use;
            m[Measure.USE_MEAN.ordinal()] = use;
        }
        if (id.tier() == Tier.POOL || id.tier() == Tier.HTTP_CLIENT || id.tier() == Tier.SERVER) {
            m[Measure.PENDING.ordinal()] = pending;
            m[Measure.WAIT_MEAN.ordinal()] = pending > 0 ? .94 + .02 * wave : Math.max(0, .0006 + .0004 * wave);
            m[Measure.WAIT_MAX.ordinal()] = pending > 0 ? 1 : .004;
            m[Measure.TIMEOUTS.ordinal()] = pending > 0 ? Math.max(.1, .52 + .08 * noise) : 0;
        }
        if (id.tier() == Tier.POOL) {
            m[Measure.CREATED.ordinal()] = 0;
            m[Measure.USE_P95.ordinal()] = use * 1.75;
        }
        return Measures.owning(m);
    }

    private TimeLine line(PoolId id, Instant from, Instant to) {
        Shape shape = pools.get(id);
        long step = Math.max(1, Duration.between(from, to).toSeconds() / 900);
        int points = (int) (Duration.between(from, to).toSeconds() / step);
        long[] at = new long[points];
        double[][] columns = new double[Measures.COUNT][points];
        for (int i = 0; i < points; i++) {
            long second = from.getEpochSecond() + (i + 1) * step;
            at[i] = second * 1000;
            boolean gap = shape.kind() == Kind.SILENT && second > to.getEpochSecond() - 1320
                    || i > points / 4 && i < points / 4 + 12;
            Measures measures = gap ? Measures.nothing() : measures(id, shape, second);
            for (Measure measure : Measure.values()) {
                columns[measure.ordinal()][i] = measures.raw(measure);
            }
        }
        return TimeLine.of(at, columns);
    }

    @Override
    public Optional<PoolDetail> pool(PoolId id, Span span) {
        if (!pools.containsKey(id)) {
            return Optional.empty();
        }
        boolean orders = id.service().equals("orders") && id.tier() == Tier.POOL;
        List<PoolContext.Copy> copies = pools.keySet().stream()
                .filter(it -> it.service().equals(id.service())
                        && it.tier() == id.tier()
                        && it.name().equals(id.name()))
                .map(it -> new PoolContext.Copy(state(it, span.to()), line(it, span.from(), span.to())))
                .toList();
        Instant changed = began.minusSeconds(360);
        return Optional.of(Views.detail(
                clock.instant(),
                state(id, span.to()),
                new PoolContext(
                        orders ? Optional.of("HikariCP") : Optional.empty(),
                        orders ? Optional.of("7.1.0") : Optional.empty(),
                        orders ? Optional.of("team orders") : Optional.empty(),
                        orders ? Optional.of(List.of("edge", "billing", "exports")) : Optional.empty(),
                        orders ? limits(changed) : List.of(),
                        line(id, span.from(), span.to()),
                        orders
                                ? List.of(
                                        new Marker(changed.minusSeconds(180), Marker.Kind.DEPLOYMENT, "billing 4.18.2"),
                                        new Marker(
                                                changed,
                                                Marker.Kind.CHANGE,
                                                "orders: connectionTimeout 30 s → 1 s (revision 4711)"),
                                        new Marker(began, Marker.Kind.ALERT, "callers give up waiting"))
                                : List.of(),
                        orders
                                ? List.of(
                                        new FindingRow(
                                                "acquire-timeout-shorter-than-use",
                                                "high",
                                                "orders/application.yaml:14",
                                                "callers wait at most 1 s, and one use in twenty takes longer than 1.4 s",
                                                "connection-timeout: 5000"),
                                        new FindingRow(
                                                "max-lifetime-below-floor",
                                                "medium",
                                                "orders/application.yaml:17",
                                                "max-lifetime 20 s is below HikariCP's floor of 30 s and is ignored",
                                                "max-lifetime: 1800000"))
                                : List.of(),
                        copies,
                        orders ? Optional.of(56.0) : Optional.empty())));
    }

    private static List<Limit> limits(Instant changed) {
        String jmx = "JMX com.zaxxer.hikari:type=PoolConfig";
        return List.of(
                new Limit(
                        "max connections",
                        "maximumPoolSize",
                        Optional.of("20"),
                        "orders/application.yaml:13",
                        Optional.of("20"),
                        jmx,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        ""),
                new Limit(
                        "wait limit",
                        "connectionTimeout",
                        Optional.of("1 s"),
                        "orders/application.yaml:14",
                        Optional.of("1 s"),
                        jmx,
                        false,
                        Optional.of("30 s"),
                        Optional.of(changed),
                        ""),
                new Limit(
                        "max lifetime",
                        "maxLifetime",
                        Optional.of("20 s"),
                        "orders/application.yaml:17",
                        Optional.of("30 min"),
                        jmx,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        "below the floor of 30 s, so the default is used"),
                new Limit(
                        "leak detection",
                        "leakDetectionThreshold",
                        Optional.empty(),
                        "",
                        Optional.of("off"),
                        jmx,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    @Override
    public List<AlertLine> alerts(Span span) {
        Instant now = clock.instant();
        return List.of(
                new AlertLine(
                        "orders",
                        Optional.of(broken()),
                        Level.CRITICAL,
                        "callers give up waiting",
                        late(now).text(),
                        began,
                        Optional.empty(),
                        List.of("slots towards orders-1 queue", "workers fill up"),
                        Optional.of("wait limit 1 s is shorter than the p95 use time 1.4 s")),
                new AlertLine(
                        "orders",
                        Optional.empty(),
                        Level.WARNING,
                        "orders@pg-main cannot be seen",
                        "PgBouncer at pgb-1 has refused connections for 22 min: what waits in front of the database is unknown.",
                        now.minusSeconds(1320),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()),
                new AlertLine(
                        "billing",
                        Optional.empty(),
                        Level.WARNING,
                        "connections are opened too often",
                        "3.1 connections a second are opened for 40 borrows a second; a pool that keeps its connections opens one each 90 s.",
                        now.minusSeconds(9000),
                        Optional.of(now.minusSeconds(8100)),
                        List.of(),
                        Optional.of("max lifetime of 20 s")));
    }

    @Override
    public List<EventLine> events(Span span) {
        Instant now = clock.instant();
        return List.of(
                new EventLine(
                        began.plusSeconds(4),
                        Marker.Kind.DIAGNOSIS,
                        "orders",
                        "wait limit 1 s is shorter than the p95 use time 1.4 s",
                        "Confidence high: 23 decibans. Change connectionTimeout 1 s → 5 s."),
                new EventLine(
                        began,
                        Marker.Kind.ALERT,
                        "orders",
                        "callers give up waiting",
                        "HikariPool-1 on 10.0.3.11:8080"),
                new EventLine(
                        began.minusSeconds(360),
                        Marker.Kind.CHANGE,
                        "orders",
                        "connectionTimeout 30 s → 1 s",
                        "Seen over JMX; revision 4711 says the same."),
                new EventLine(began.minusSeconds(540), Marker.Kind.DEPLOYMENT, "billing", "billing 4.18.2", ""),
                new EventLine(
                        now.minusSeconds(8100),
                        Marker.Kind.RECOVERY,
                        "billing",
                        "connections are opened too often: ended",
                        ""),
                new EventLine(
                        now.minusSeconds(50000), Marker.Kind.NOTE, "", "the watch began", "500 pools of 24 services"));
    }

    @Override
    public List<TargetLine> targets() {
        Instant now = clock.instant();
        List<TargetLine> all = new ArrayList<>();
        all.add(new TargetLine(
                "lb-1",
                "haproxy",
                "edge",
                "unix:/run/haproxy/admin.sock",
                TargetLine.Standing.ANSWERS,
                Optional.of(now.minusSeconds(50000)),
                "",
                6,
                Optional.of(Duration.ofMillis(3)),
                List.of()));
        for (int i = 1; i < 4; i++) {
            all.add(new TargetLine(
                    "orders-" + i,
                    "prometheus",
                    "orders",
                    "http://10.0.3.1" + i + ":8080/actuator/prometheus",
                    TargetLine.Standing.ANSWERS,
                    Optional.of(now.minusSeconds(50000)),
                    "",
                    3,
                    Optional.of(Duration.ofMillis(12)),
                    i == 2 ? List.of("1,204 of 11,204 series were left out: the limit is 10,000") : List.of()));
        }
        all.add(new TargetLine(
                "pgb-1",
                "pgbouncer",
                "orders",
                "postgres://pgb-1:6432/pgbouncer",
                TargetLine.Standing.SILENT,
                Optional.of(now.minusSeconds(1320)),
                "connection refused",
                1,
                Optional.empty(),
                List.of()));
        all.add(new TargetLine(
                "pg-main",
                "postgresql",
                "orders",
                "postgres://pg-main:5432/orders",
                TargetLine.Standing.ANSWERS,
                Optional.of(now.minusSeconds(50000)),
                "",
                1,
                Optional.of(Duration.ofMillis(6)),
                List.of()));
        return all;
    }

    @Override
    public List<PoolId> pools() {
        return List.copyOf(pools.keySet());
    }
}
