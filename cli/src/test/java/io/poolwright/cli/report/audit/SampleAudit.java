package io.poolwright.cli.report.audit;

import io.poolwright.audit.Change;
import io.poolwright.audit.Confidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.solve.Solver;
import io.poolwright.audit.suppress.Suppression;
import io.poolwright.config.assemble.ReadFile;
import io.poolwright.config.source.Unread;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stories made by hand, with something of everything, and with hostile text in the places where files put it. */
final class SampleAudit {
    /** Markup, a command to a terminal, a turned direction of writing, a table cell, a mention. */
    static final String HOSTILE = "<script>alert(1)</script>\u001b[31m\u202e|`x` @team ]]>\u0000 \u2028";

    private SampleAudit() {}

    static Stack stack(String environment, long poolMax, Duration acquire) {
        Part service = Part.of(Kind.SERVICE, "compose", "compose.yml/service/app", "app", new Origin("compose.yml", 4))
                .with(Role.REPLICAS, Setting.declared("deploy.replicas", 4L, "4", new Origin("compose.yml", 6)))
                .with(Role.MAX_REPLICAS, Setting.defaulted("replicas", 4L, "Compose"))
                .with(Role.SURGE, Setting.unknown("surge", "copies that an update adds to 'app'"))
                .build();
        Part backend = Part.of(
                        Kind.BACKEND, "haproxy", "haproxy.cfg/backend/shop", "shop", new Origin("haproxy.cfg", 9))
                .with(
                        Role.RESPONSE_TIMEOUT,
                        Setting.declared(
                                "timeout server", Duration.ofSeconds(25), "25s", new Origin("haproxy.cfg", 11)))
                .build();
        Part application = Part.of(Kind.APPLICATION, "spring-boot", "app/application", "shop", new Origin("app.yml", 1))
                .service(Optional.of(service.id()))
                .listens(new Address("*", Optional.of(8080), Optional.empty()))
                .build();
        Part pool = Part.of(Kind.POOL, "hikaricp", "app/pool", "orders", new Origin("app.yml", 3))
                .parent(application.id())
                .with(
                        Role.POOL_MAX,
                        Setting.declared("maximumPoolSize", poolMax, "" + poolMax, new Origin("app.yml", 5)))
                .with(
                        Role.ACQUIRE_TIMEOUT,
                        Setting.declared(
                                "connectionTimeout", acquire, "" + acquire.toMillis(), new Origin("app.yml", 6)))
                .build();
        Part driver = Part.of(Kind.DRIVER, "pgjdbc", "app/driver", "orders", new Origin("app.yml", 4))
                .parent(pool.id())
                .with(Role.SOCKET_TIMEOUT, Setting.unknown("socketTimeout", "socketTimeout of 'orders'"))
                .with(
                        Role.STATEMENT_TIMEOUT,
                        Setting.declared("statement_timeout", Duration.ofSeconds(10), "10s", new Origin("app.yml", 4)))
                .build();
        Part database = Part.of(Kind.DATABASE, "postgresql", "db/database", "db", new Origin("postgresql.conf", 1))
                .with(
                        Role.DB_MAX_CONNECTIONS,
                        Setting.declared("max_connections", 100L, "100", new Origin("postgresql.conf", 3)))
                .with(Role.DB_RESERVED, Setting.defaulted("reserved", 3L, "PostgreSQL"))
                .build();
        Address app = new Address("app", Optional.of(8080), Optional.empty());
        Address db = new Address("db", Optional.of(5432), Optional.empty());
        return new Stack(
                environment,
                List.of(service, backend, application, pool, driver, database),
                List.of(new Link(backend.id(), application.id(), app), new Link(pool.id(), database.id(), db)),
                Settings.NONE);
    }

    static AuditStory full() {
        Stack stack = stack("", 30, Duration.ofSeconds(30));
        Map<String, Stack> environments = new LinkedHashMap<>();
        environments.put("staging", stack("staging", 10, Duration.ofSeconds(5)));
        environments.put("prod", stack("prod", 30, Duration.ofSeconds(30)));
        return new AuditStory(
                "1.2.3",
                List.of(stack),
                List.of(overcommitted(), budget(), hostile(), low()),
                List.of(hushed()),
                List.of(
                        new Open("no-timeout", "app/pool", List.of("socketTimeout of 'orders'"), List.of()),
                        new Open("another-rule", "app/pool", List.of("socketTimeout of 'orders'"), List.of()),
                        new Open(
                                "third-rule",
                                "db/database",
                                List.of("cores of 'db'; poolwright.yaml can say it: databases.db.cores"),
                                List.of())),
                List.of(
                        new ReadFile("app.yml", "spring"),
                        new ReadFile("compose.yml", "compose"),
                        new ReadFile("haproxy.cfg", "haproxy"),
                        new ReadFile("postgresql.conf", "postgresql")),
                List.of(
                        Unread.fault("big.yml", "it is larger than 5 MiB (6,000,000 bytes)"),
                        new Unread(
                                "nginx.conf",
                                Optional.of(new Origin("nginx.conf", 7)),
                                "nginx.conf:7: found '}'; accepted: a directive; write: one '}' less " + HOSTILE,
                                true)),
                List.of(Unread.remark("link.conf", "it is a link that leads out of . or nowhere")),
                List.of("app.yml:9: the suppression of low-rule ended on 2026-01-01 and counts no more"),
                List.of(),
                Optional.of(new Drift(environments, List.of()).matrix()),
                List.of(new Solved("", Solver.solve(stack))),
                new Gate(Optional.of(Severity.HIGH), Severity.MEDIUM, true, 2));
    }

    static AuditStory clean() {
        return new AuditStory(
                "1.2.3",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ReadFile("app.yml", "spring")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Gate(Optional.of(Severity.HIGH), Severity.MEDIUM, false, 0));
    }

    private static RuleSpec spec(String id, Severity severity, Layer... layers) {
        return new RuleSpec(id, "Title of " + id, severity, Scope.CROSS_LAYER, List.of(layers), "a manual, page 7");
    }

    private static Told overcommitted() {
        Finding finding = new Finding(
                "sample-overcommitted",
                Severity.CRITICAL,
                Confidence.EXPLICIT,
                Optional.of("97 slots at 9 ms each take 10,800 requests/s; at 300 ms, 323 requests/s fill them"),
                "db/database",
                new Origin("app.yml", 5),
                "4 replicas × 30 connections = 120 can exceed the 97 usable slots of 'db'",
                "maximumPoolSize 21: floor(0.9 × 97 / 4)",
                List.of(
                        new Related(new Origin("compose.yml", 6), "the replicas, 4"),
                        new Related(new Origin("postgresql.conf", 3), "max_connections, 100")),
                List.of(Change.replace(new Origin("app.yml", 5), "maximumPoolSize", "30", "21")));
        return new Told(
                finding,
                spec("sample-overcommitted", Severity.CRITICAL, Layer.APP_POOL, Layer.DB),
                List.of(),
                false,
                "00000000000000a1");
    }

    private static Told budget() {
        Finding finding = new Finding(
                "sample-budget",
                Severity.HIGH,
                Confidence.DEFAULTED,
                Optional.empty(),
                "app/pool",
                new Origin("app.yml", 6),
                "The pool may wait 30 s for a connection, and the balancer gives up after 25 s",
                "connectionTimeout 6250: a quarter of timeout server",
                List.of(new Related(new Origin("haproxy.cfg", 11), "timeout server, 25 s")),
                List.of(Change.replace(new Origin("app.yml", 6), "connectionTimeout", "30000", "6250")));
        return new Told(
                finding,
                spec("sample-budget", Severity.HIGH, Layer.APP_POOL, Layer.LB),
                List.of("prod"),
                true,
                "00000000000000a2");
    }

    private static Told hostile() {
        Finding finding = new Finding(
                "hostile-rule",
                Severity.MEDIUM,
                Confidence.VERSION_GUESSED,
                Optional.of(HOSTILE),
                HOSTILE,
                new Origin("we ird/" + HOSTILE + ".yml", 1),
                "Found " + HOSTILE,
                "write " + HOSTILE,
                List.of(new Related(new Origin("b.yml", 2), HOSTILE)),
                List.of(
                        new Change(Change.Kind.ADD_AFTER, new Origin("b.yml", 2), "x", "", "x: " + HOSTILE),
                        new Change(Change.Kind.REMOVE, new Origin("b.yml", 3), "y", HOSTILE, "")));
        return new Told(finding, spec("hostile-rule", Severity.MEDIUM, Layer.ANY), List.of(HOSTILE), false, "a3");
    }

    private static Told low() {
        Finding finding = new Finding(
                "low-rule",
                Severity.LOW,
                Confidence.EXPLICIT,
                Optional.empty(),
                "app/pool",
                new Origin("app.yml", 9),
                "idleTimeout has no effect",
                "remove it",
                List.of(),
                List.of());
        return new Told(finding, spec("low-rule", Severity.LOW, Layer.APP_POOL), List.of(), false, "a4");
    }

    private static Hushed hushed() {
        Finding finding = new Finding(
                "quiet-rule",
                Severity.HIGH,
                Confidence.EXPLICIT,
                Optional.empty(),
                "app/pool",
                new Origin("app.yml", 12),
                "leakDetectionThreshold is off",
                "leakDetectionThreshold 60000",
                List.of(),
                List.of());
        Suppression by = new Suppression(
                new Origin("app.yml", 11),
                12,
                "quiet-rule",
                Optional.of("load test due"),
                Optional.of(LocalDate.of(2026, 12, 31)),
                Optional.empty());
        return new Hushed(
                new Told(finding, spec("quiet-rule", Severity.HIGH, Layer.APP_POOL), List.of(), false, "a5"), by);
    }
}
