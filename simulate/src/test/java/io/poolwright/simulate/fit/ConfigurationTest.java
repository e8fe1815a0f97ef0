package io.poolwright.simulate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import io.poolwright.simulate.Parameter;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Signal;
import io.poolwright.testkit.StackSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two copies of a shop behind a balancer, and a job on the same database. */
class ConfigurationTest {
    private static final Origin HERE = new Origin("app.yml", 7);
    private static final Address AT_DB = new Address("db", Optional.of(5432), Optional.empty());

    private final List<Part> parts = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Setting<?>> declared = new ArrayList<>();

    @Test
    void everyNumberHasItsOrigin() {
        shop();

        FittedModel fitted = fit("shop");

        assertThat(fitted.service()).isEqualTo("shop");
        assertThat(fitted.model().get(Parameter.APP_INSTANCES)).isEqualTo(2);
        assertThat(fitted.model().get(Parameter.POOL_MAX)).isEqualTo(20);
        assertThat(fitted.known().get(Parameter.POOL_MAX)).isEqualTo(new Known.Declared("app.yml:7"));
        assertThat(fitted.model().get(Parameter.POOL_ACQUIRE_TIMEOUT)).isEqualTo(3);
        assertThat(fitted.known().get(Parameter.POOL_ACQUIRE_TIMEOUT).origin()).isEqualTo("default of HikariCP");
        assertThat(fitted.model().get(Parameter.POOL_SOCKET_TIMEOUT)).isEqualTo(2);
        assertThat(fitted.model().get(Parameter.POOL_QUERY_TIMEOUT)).isInfinite();
        assertThat(fitted.model().get(Parameter.LB_MAXCONN)).isEqualTo(50);
        assertThat(fitted.model().get(Parameter.LB_QUEUE_TIMEOUT)).isEqualTo(5);
        assertThat(fitted.model().get(Parameter.APP_WORKERS)).isEqualTo(40);
        assertThat(fitted.model().get(Parameter.DB_CONNECTIONS)).isEqualTo(97);
        assertThat(fitted.quality()).isEqualTo(DataQuality.NONE);
    }

    @Test
    void othersOnTheDatabaseKeepTheirConnections() {
        shop();

        assertThat(fit("shop").model().get(Parameter.DB_OTHERS)).isEqualTo(8);
        assertThat(fit("job").model().get(Parameter.DB_OTHERS)).isEqualTo(40);
        assertThat(fit("shop").known().get(Parameter.DB_OTHERS).isAssumed()).isTrue();
    }

    @Test
    void ofSeveralOneMustBeAskedFor() {
        shop();
        Stack stack = stack();

        assertThat(Fit.services(stack)).containsExactly("shop", "job");
        assertThatThrownBy(() -> Fit.fromConfiguration(stack, Optional.empty()))
                .isInstanceOf(FitException.class)
                .hasMessage(
                        "found 2 programs with connections (shop, job) and none was asked for; write: --service shop");
        assertThatThrownBy(() -> Fit.fromConfiguration(stack, Optional.of("shopp")))
                .hasMessage("found no service 'shopp'; accepted: shop, job");
        assertThat(Fit.fromConfiguration(stack, Optional.of("shop-2")).service())
                .isEqualTo("shop");
    }

    @Test
    void aStackWithoutPoolsIsRefused() {
        assertThatThrownBy(() -> Fit.fromConfiguration(stack(), Optional.empty()))
                .isInstanceOf(FitException.class)
                .hasMessageStartingWith("found no pool of connections in these files; accepted: ");
    }

    @Test
    void theOnlyOneNeedsNoName() {
        part(Kind.POOL, "pool", "pool").role(Role.POOL_MAX, declared("max", 5L));
        parts.add(building.build());

        assertThat(Fit.fromConfiguration(stack(), Optional.empty()).service()).isEqualTo("pool");
    }

    @Test
    void whatNoFileSaysIsListedWithWhatWouldTell() {
        shop();

        FittedModel fitted = fit("shop");

        assertThat(fitted.missing())
                .extracting(Unidentified::sentence)
                .containsExactly(
                        "client.rate is not known: nobody said how many requests come; to know it: "
                                + "write stack.shop.rate.peak in poolwright.yaml, or give a recording",
                        "hold is not known: nobody said how long a request holds a connection; to know it: "
                                + "write stack.shop.hold.mean and .p99 in poolwright.yaml, or give a recording");
        assertThat(fitted.unidentified())
                .extracting(Unidentified::what)
                .contains("db.cores", "client.timeout", "client.retries");
    }

    @Test
    void anUnknownPoolSizeIsNotTheUsualOne() {
        part(Kind.POOL, "pool", "pool").role(Role.POOL_MAX, Setting.unknown("max", "maximumPoolSize of 'pool'"));
        parts.add(building.build());

        assertThat(Fit.fromConfiguration(stack(), Optional.empty()).missing())
                .extracting(Unidentified::what)
                .contains("pool.max");
    }

    @Test
    void whatIsDeclaredCompletesTheModel() {
        shop();
        say("stack.shop.rate.peak", 340.0);
        say("stack.shop.hold.mean", Duration.ofMillis(40));
        say("stack.shop.hold.p99", Duration.ofMillis(300));
        say("stack.shop.hold.cpu", Duration.ofMillis(4));
        say("stack.shop.retries", 2L);
        say("databases.db.cores", 8L);
        say("budget.client", Duration.ofSeconds(2));
        say("clients.retries", 3L);
        say("clients.backoff", Duration.ofMillis(100));
        say("clients.budget", 0.2);

        FittedModel fitted = fit("shop");

        assertThat(fitted.missing()).isEmpty();
        assertThat(fitted.model().get(Parameter.CLIENT_RATE)).isEqualTo(340);
        assertThat(fitted.model().databaseCpu().mean()).isCloseTo(0.004, within(1e-9));
        assertThat(fitted.model().databaseWait().mean()).isCloseTo(0.036, within(1e-4));
        assertThat(fitted.model().databaseWait().quantile(0.99)).isCloseTo(0.296, within(0.003));
        assertThat(fitted.model().get(Parameter.APP_RETRIES)).isEqualTo(2);
        assertThat(fitted.model().get(Parameter.DB_CORES)).isEqualTo(8);
        assertThat(fitted.model().get(Parameter.CLIENT_TIMEOUT)).isEqualTo(2);
        assertThat(fitted.model().get(Parameter.CLIENT_RETRIES)).isEqualTo(3);
        assertThat(fitted.model().get(Parameter.CLIENT_BACKOFF)).isEqualTo(0.1);
        assertThat(fitted.model().get(Parameter.CLIENT_BUDGET)).isEqualTo(0.2);
        assertThat(fitted.unidentified()).isEmpty();
    }

    @Test
    void aMeanWithoutATailIsSaidToLackIt() {
        shop();
        say("stack.shop.hold.mean", Duration.ofMillis(40));

        FittedModel fitted = fit("shop");

        assertThat(fitted.model().databaseWait().mean()).isCloseTo(0.04, within(1e-9));
        assertThat(fitted.unidentified())
                .extracting(Unidentified::what)
                .contains("the tail of the time a connection is held", "the database's processor time of a request");
    }

    @Test
    void moreProcessorTimeThanTimeIsRefused() {
        shop();
        say("stack.shop.hold.mean", Duration.ofMillis(40));
        say("stack.shop.hold.cpu", Duration.ofMillis(41));

        assertThatThrownBy(() -> fit("shop"))
                .isInstanceOf(FitException.class)
                .hasMessage(
                        "app.yml:7: found a processor time of 0.041 s within a mean of 0.04 s; accepted: up to the mean");
    }

    @Test
    void aWorkerOfPhpIsAConnection() {
        part(Kind.FPM_POOL, "php", "www")
                .role(Role.WORKERS, declared("pm.max_children", 12L))
                .role(Role.REQUEST_TIMEOUT, declared("request_terminate_timeout", Duration.ofSeconds(65)));
        parts.add(building.build());

        FittedModel fitted = Fit.fromConfiguration(stack(), Optional.empty());

        assertThat(fitted.model().get(Parameter.POOL_MAX)).isEqualTo(12);
        assertThat(fitted.model().get(Parameter.APP_WORKERS)).isEqualTo(12);
        assertThat(fitted.model().get(Parameter.POOL_SOCKET_TIMEOUT)).isEqualTo(65);
        assertThat(fitted.model().get(Parameter.POOL_ACQUIRE_TIMEOUT)).isInfinite();
    }

    @Test
    void limitsThatAreNoneAreInfinite() {
        part(Kind.POOL, "pool", "pool")
                .role(Role.POOL_MAX, declared("max", 5L))
                .role(Role.ACQUIRE_TIMEOUT, declared("wait", Bound.FOREVER));
        parts.add(building.build());

        assertThat(Fit.fromConfiguration(stack(), Optional.empty()).model().get(Parameter.POOL_ACQUIRE_TIMEOUT))
                .isInfinite();
    }

    @Test
    void whatRunsBeatsWhatIsWritten() {
        shop();
        say("stack.shop.rate.peak", 340.0);
        Second running = Second.healthy()
                .with(Signal.MAX, 30)
                .with(Signal.SLOTS, 6)
                .with(Signal.USE_TIME, 0.04)
                .enforcing("statement_timeout", "700ms");

        FittedModel fitted = Fit.fromBoth(
                stack(), Optional.of("shop"), StackSeries.of(61, running).ticks(), false);

        assertThat(fitted.model().get(Parameter.POOL_MAX)).isEqualTo(30);
        assertThat(fitted.known().get(Parameter.POOL_MAX).origin()).isEqualTo("in force, as the metrics page says");
        assertThat(fitted.model().get(Parameter.LB_MAXCONN)).isEqualTo(6);
        assertThat(fitted.model().get(Parameter.POOL_SOCKET_TIMEOUT)).isEqualTo(30);
        assertThat(fitted.model().get(Parameter.POOL_QUERY_TIMEOUT)).isEqualTo(0.7);
        assertThat(fitted.model().get(Parameter.CLIENT_RATE)).isCloseTo(200, within(0.01));
        assertThat(fitted.model().get(Parameter.LB_QUEUE_TIMEOUT)).isEqualTo(5);
        assertThat(fitted.missing()).isEmpty();
    }

    private Part.Builder building = Part.of(Kind.SERVICE, "", "", "", HERE);

    private Part.Builder part(Kind kind, String id, String name) {
        building = Part.of(kind, "x", id, name, HERE);
        return building;
    }

    private void shop() {
        for (String unit : List.of("shop-1", "shop-2", "job")) {
            parts.add(part(Kind.SERVICE, unit, unit)
                    .role(Role.REPLICAS, Setting.defaulted("replicas", 1L, "Compose"))
                    .build());
            parts.add(part(Kind.POOL, unit + "/pool", "pool")
                    .service(Optional.of(unit))
                    .role(Role.POOL_MAX, declared("max", unit.equals("job") ? 8L : 20L))
                    .role(
                            Role.ACQUIRE_TIMEOUT,
                            Setting.defaulted("connectionTimeout", Duration.ofSeconds(3), "HikariCP"))
                    .role(Role.MAX_LIFETIME, declared("maxLifetime", Duration.ofMinutes(30)))
                    .build());
            parts.add(part(Kind.DRIVER, unit + "/driver", "driver")
                    .parent(unit + "/pool")
                    .role(Role.SOCKET_TIMEOUT, declared("socketTimeout", Duration.ofSeconds(2)))
                    .role(Role.STATEMENT_TIMEOUT, declared("statement", Bound.FOREVER))
                    .build());
            parts.add(part(Kind.APP_SERVER, unit + "/server", "server")
                    .service(Optional.of(unit))
                    .role(Role.WORKERS, declared("workers", 40L))
                    .build());
            links.add(new Link(unit + "/pool", "db", AT_DB));
        }
        parts.add(part(Kind.BACKEND, "shop", "shop")
                .role(Role.QUEUE_TIMEOUT, declared("timeout queue", Duration.ofSeconds(5)))
                .build());
        for (String unit : List.of("shop-1", "shop-2")) {
            parts.add(part(Kind.SERVER, "shop/" + unit, unit)
                    .parent("shop")
                    .role(Role.PER_SERVER, declared("maxconn", 50L))
                    .build());
            links.add(new Link("shop/" + unit, unit + "/server", AT_DB));
        }
        parts.add(part(Kind.DATABASE, "db", "db")
                .role(Role.DB_MAX_CONNECTIONS, declared("max_connections", 100L))
                .role(Role.DB_RESERVED, declared("reserved", 3L))
                .build());
    }

    private static <T> Setting<T> declared(String name, T value) {
        return Setting.declared(name, value, String.valueOf(value), HERE);
    }

    private void say(String key, Object value) {
        declared.add(Setting.declared(key, value, String.valueOf(value), HERE));
    }

    private Stack stack() {
        return new Stack("", parts, links, Settings.of(declared));
    }

    private FittedModel fit(String service) {
        return Fit.fromConfiguration(stack(), Optional.of(service));
    }
}
