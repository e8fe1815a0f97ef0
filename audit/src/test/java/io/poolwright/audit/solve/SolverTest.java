package io.poolwright.audit.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.audit.Change;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolverTest {
    private static final Origin CFG = new Origin("haproxy.cfg", 9);

    private static Setting<Duration> seconds(String name, long seconds, Origin at) {
        return Setting.declared(name, Duration.ofSeconds(seconds), seconds + "s", at);
    }

    private static Setting<Duration> millis(String name, long millis, int line) {
        return Setting.declared(name, Duration.ofMillis(millis), millis + "", new Origin("application.yml", line));
    }

    private static Part service(long replicas, long surge) {
        return Part.of(Kind.SERVICE, "compose", "svc", "shop", new Origin("compose.yml", 1))
                .role(
                        Role.REPLICAS,
                        Setting.declared("replicas", replicas, replicas + "", new Origin("compose.yml", 2)))
                .role(Role.SURGE, Setting.defaulted("maxSurge", surge, "Kubernetes"))
                .build();
    }

    private static Stack stack(Setting<Duration> server, Setting<Duration> wait, long poolMax, Settings declared) {
        Origin yml = new Origin("application.yml", 1);
        List<Part> parts = new ArrayList<>();
        parts.add(service(4, 1));
        parts.add(Part.of(Kind.BACKEND, "haproxy", "backend", "shop", new Origin("haproxy.cfg", 7))
                .with(Role.RESPONSE_TIMEOUT, server)
                .build());
        parts.add(Part.of(Kind.APPLICATION, "spring-boot", "app", "shop", yml)
                .service(java.util.Optional.of("svc"))
                .build());
        parts.add(Part.of(Kind.POOL, "hikaricp", "pool", "shop", yml)
                .parent("app")
                .with(Role.ACQUIRE_TIMEOUT, wait)
                .with(
                        Role.POOL_MAX,
                        Setting.declared("maximumPoolSize", poolMax, poolMax + "", new Origin("application.yml", 5)))
                .build());
        parts.add(Part.of(Kind.DRIVER, "pgjdbc", "driver", "shop", yml)
                .parent("pool")
                .with(Role.SOCKET_TIMEOUT, Setting.defaulted("socketTimeout", Bound.FOREVER, "pgjdbc 42"))
                .build());
        parts.add(Part.of(Kind.DATABASE, "postgresql", "db", "db", new Origin("postgresql.conf", 1))
                .with(Role.DB_MAX_CONNECTIONS, Setting.defaulted("max_connections", 100L, "PostgreSQL"))
                .role(Role.DB_RESERVED, Setting.defaulted("reserved", 3L, "PostgreSQL"))
                .build());
        Address via = Address.of("x", 1, yml);
        return new Stack("", parts, List.of(new Link("backend", "app", via), new Link("pool", "db", via)), declared);
    }

    private static List<String> shown(Solution solution) {
        return solution.steps().stream()
                .map(step -> step.setting().name() + (step.stays() ? " stays " : " becomes ") + step.fresh())
                .toList();
    }

    @Test
    void everythingFollowsFromTheClientsBudget() {
        Settings budget = Settings.of(List.of(seconds("budget.client", 30, new Origin("poolwright.yaml", 1))));

        Solution solution = Solver.solve(
                stack(seconds("timeout server", 50, CFG), millis("connectionTimeout", 30_000, 4), 17, budget));

        assertThat(shown(solution))
                .containsExactly(
                        "timeout server becomes 27 s",
                        "connectionTimeout becomes 5 s",
                        "socketTimeout becomes 18 s",
                        "maximumPoolSize stays 17");
        assertThat(solution.changes())
                .containsExactly(
                        Change.replace(CFG, "timeout server", "50s", "27s"),
                        Change.replace(new Origin("application.yml", 4), "connectionTimeout", "30000", "5000"));
        assertThat(solution.open()).isEmpty();
    }

    @Test
    void withoutAClientsBudgetTheOutermostProxyIsTheMeasureAndStays() {
        Solution solution = Solver.solve(
                stack(seconds("timeout server", 20, CFG), millis("connectionTimeout", 3_000, 4), 10, Settings.NONE));

        assertThat(shown(solution)).startsWith("timeout server stays 20 s", "connectionTimeout stays 3 s");
    }

    @Test
    void poolsTooLargeForTheDatabaseShareNineTenthsOfItsSlots() {
        Solution solution = Solver.solve(
                stack(seconds("timeout server", 20, CFG), millis("connectionTimeout", 3_000, 4), 20, Settings.NONE));

        assertThat(shown(solution)).contains("maximumPoolSize becomes 17");
        assertThat(solution.changes())
                .contains(Change.replace(new Origin("application.yml", 5), "maximumPoolSize", "20", "17"));
    }

    @Test
    void withoutAnyBudgetNothingIsGuessed() {
        Solution solution = Solver.solve(stack(
                Setting.unknown("timeout server", "timeout server"),
                millis("connectionTimeout", 30_000, 4),
                10,
                Settings.NONE));

        assertThat(solution.open()).hasSize(1).first().asString().startsWith("the longest that a client waits");
        assertThat(shown(solution)).containsExactly("maximumPoolSize stays 10");
    }

    @Test
    void aLineThatSeveralCopiesReadIsSolvedOnce() {
        Stack one =
                stack(seconds("timeout server", 20, CFG), millis("connectionTimeout", 30_000, 4), 10, Settings.NONE);
        List<Part> parts = new ArrayList<>(one.parts());
        parts.add(Part.of(Kind.APPLICATION, "spring-boot", "app-2", "shop", new Origin("application.yml", 1))
                .build());
        parts.add(Part.of(Kind.POOL, "hikaricp", "pool-2", "shop", new Origin("application.yml", 1))
                .parent("app-2")
                .with(Role.ACQUIRE_TIMEOUT, millis("connectionTimeout", 30_000, 4))
                .build());
        List<Link> links = new ArrayList<>(one.links());
        links.add(new Link("backend", "app-2", one.links().get(0).via()));

        Solution solution = Solver.solve(new Stack("", parts, links, Settings.NONE));

        assertThat(shown(solution)).containsOnlyOnce("connectionTimeout becomes 5 s");
    }

    @Test
    void aTimeIsWrittenAsTheOldOneWas() {
        Duration ten = Duration.ofSeconds(10);

        assertThat(Notation.like("30", Duration.ofSeconds(30), ten)).contains("10");
        assertThat(Notation.like("30000", Duration.ofSeconds(30), ten)).contains("10000");
        assertThat(Notation.like("1m", Duration.ofMinutes(1), ten)).contains("10s");
        assertThat(Notation.like("'30s'", Duration.ofSeconds(30), Duration.ofMillis(500)))
                .contains("'500ms'");
        assertThat(Notation.like("PT30S", Duration.ofSeconds(30), ten)).contains("PT10S");
        assertThat(Notation.like("0", Bound.FOREVER, ten)).isEmpty();
        assertThat(Notation.like("${WAIT}", ten, ten)).isEmpty();
    }
}
