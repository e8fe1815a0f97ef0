package io.poolwright.watch.ask;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.haproxy.HaproxyLog;
import io.poolwright.telemetry.haproxy.LiveHaproxy;
import io.poolwright.telemetry.haproxy.StatsSource;
import io.poolwright.telemetry.http.Authorization;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.http.TargetPolicy;
import io.poolwright.telemetry.jmx.JmxTarget;
import io.poolwright.telemetry.jmx.LiveJmx;
import io.poolwright.telemetry.mysql.LiveMysql;
import io.poolwright.telemetry.nginx.LiveNginx;
import io.poolwright.telemetry.nginx.NginxLog;
import io.poolwright.telemetry.page.Focus;
import io.poolwright.telemetry.page.LivePage;
import io.poolwright.telemetry.pgbouncer.LivePgBouncer;
import io.poolwright.telemetry.phpfpm.LivePhpFpm;
import io.poolwright.telemetry.phpfpm.StatusSource;
import io.poolwright.telemetry.postgres.LivePostgres;
import io.poolwright.telemetry.postgres.PostgresAddress;
import io.poolwright.telemetry.promql.PromSource;
import io.poolwright.telemetry.wire.Peer;
import io.poolwright.watch.eye.Sources;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the collector of a target. Secrets are read when they are needed, from where the target says they are. */
public final class Collectors implements Sources {
    private static final Duration SHORTEST = Duration.ofMillis(120);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Map<String, String> environment;
    private final Clock clock;

    /**
     * Collectors for targets.
     *
     * @param environment the environment variables in which secrets may be
     */
    public Collectors(Map<String, String> environment, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    @Override
    public Collector<Seen> of(Target target) {
        try {
            return collector(target, deadline(target.interval()));
        } catch (IllegalArgumentException e) {
            String reason = "%s: %s".formatted(target.name(), e.getMessage());
            return () -> Answer.silent(reason);
        }
    }

    @Override
    public Optional<Collector<List<InstanceSeen>>> feed(Target target) {
        if (target.kind() != TargetKind.PROMQL) {
            return Optional.empty();
        }
        return Optional.of(new PromSource(
                URI.create(target.address()),
                target.format().orElse(""),
                deadline(target.interval()).dividedBy(2),
                TargetPolicy.WRITTEN_DOWN,
                authorization(target),
                clock));
    }

    private Collector<Seen> collector(Target target, Duration deadline) {
        Owner copy = new Owner(target.service(), target.instance());
        Owner only = new Owner(target.service(), "");
        Supplier<String> password = () -> target.secret().read(environment).orElse("");
        return switch (target.kind()) {
            case PROMETHEUS ->
                new LivePage(
                        page(target, target.address(), deadline, LivePage.MOST_BYTES),
                        target.service(),
                        target.instance(),
                        new Focus(target.pool(), target.frontend(), target.backend()));
            case HAPROXY -> haproxy(target, only, deadline);
            case NGINX -> new LiveNginx(only, page(target, target.address(), deadline, LiveNginx.MOST_BYTES));
            case PGBOUNCER ->
                new LivePgBouncer(only, peer(target.address()), user(target, "pgbouncer"), password, deadline);
            case POSTGRESQL ->
                LivePostgres.of(
                        only,
                        new PostgresAddress(
                                target.address(),
                                user(target, "postgres"),
                                password.get(),
                                target.database().orElse("postgres")),
                        deadline);
            case MYSQL -> LiveMysql.of(only, target.address(), user(target, "poolwright"), password, deadline);
            case PHP_FPM -> new LivePhpFpm(copy, status(target, deadline));
            case JMX -> LiveJmx.of(copy, jmx(target, password), clock, deadline);
            case HAPROXY_LOG -> HaproxyLog.follow(only, Path.of(target.address()));
            case NGINX_LOG ->
                target.format()
                        .map(format -> NginxLog.follow(only, Path.of(target.address()), format))
                        .orElseGet(() -> NginxLog.follow(only, Path.of(target.address())));
            case PROMQL, OTLP -> () -> Answer.silent(target.name() + ": is not asked, it tells by itself");
        };
    }

    private Collector<Seen> haproxy(Target target, Owner owner, Duration deadline) {
        StatsSource source = target.address().startsWith("http")
                ? StatsSource.statsPage(page(target, csv(target.address()), deadline, 16 << 20))
                : StatsSource.runtimeApi(Peer.parse(target.address()), deadline);
        return target.frontend().isPresent() && target.backend().isPresent()
                ? new LiveHaproxy(
                        owner, source, target.frontend().get(), target.backend().get())
                : new LiveHaproxy(owner, source);
    }

    private static String csv(String page) {
        return page.endsWith(";csv") ? page : page + ";csv";
    }

    private StatusSource status(Target target, Duration deadline) {
        String address = target.address();
        if (address.startsWith("http")) {
            return StatusSource.page(page(
                    target, address.contains("?") ? address : address + "?json", deadline, StatusSource.MOST_BYTES));
        }
        if (address.startsWith("fcgi://")) {
            URI uri = URI.create(address);
            return StatusSource.fastCgi(Peer.tcp(uri.getHost(), uri.getPort()), uri.getPath(), deadline);
        }
        int path = address.lastIndexOf(':');
        return path > 5
                ? StatusSource.fastCgi(Peer.parse(address.substring(0, path)), address.substring(path + 1), deadline)
                : StatusSource.fastCgi(Peer.parse(address), "/status", deadline);
    }

    private static JmxTarget jmx(Target target, Supplier<String> password) {
        JmxTarget asked = target.address().startsWith("pid:")
                ? JmxTarget.pid(Long.parseLong(target.address().substring(4)))
                : JmxTarget.url(target.address());
        return target.user().isPresent() ? asked.as(target.user().get(), password) : asked;
    }

    private static Peer peer(String jdbcUrl) {
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        return Peer.tcp(uri.getHost() == null ? "localhost" : uri.getHost(), uri.getPort() < 0 ? 6432 : uri.getPort());
    }

    private HttpPage page(Target target, String address, Duration deadline, int mostBytes) {
        return new HttpPage(URI.create(address), deadline, mostBytes, TargetPolicy.WRITTEN_DOWN, authorization(target));
    }

    private Authorization authorization(Target target) {
        Supplier<Optional<String>> secret = () -> target.secret().read(environment);
        if (target.user().isPresent()) {
            return Authorization.basic(target.user().get(), secret);
        }
        return target.secret().where().equals("nowhere") ? Authorization.none() : Authorization.bearer(secret);
    }

    private static String user(Target target, String usual) {
        return target.user().orElse(usual);
    }

    /** Less than the patience of a look, so that a target that is late still says why. */
    private static Duration deadline(Duration interval) {
        Duration most = interval.multipliedBy(7).dividedBy(10);
        return most.compareTo(SHORTEST) < 0 ? SHORTEST : most.compareTo(LONGEST) > 0 ? LONGEST : most;
    }
}
