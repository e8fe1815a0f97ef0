package io.poolwright.watch.ask;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.haproxy.LiveHaproxy;
import io.poolwright.telemetry.haproxy.StatsSource;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.page.Focus;
import io.poolwright.telemetry.page.LivePage;
import io.poolwright.telemetry.postgres.LivePostgres;
import io.poolwright.telemetry.postgres.PostgresAddress;
import io.poolwright.watch.targets.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Makes the collector of a target. Secrets are read when they are needed, from where the target says they are. */
public final class Collectors implements Function<Target, Collector<Seen>> {
    private static final Duration SHORTEST = Duration.ofMillis(120);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Map<String, String> environment;

    /**
     * Collectors for targets.
     *
     * @param environment the environment variables in which secrets may be
     */
    public Collectors(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Collector<Seen> apply(Target target) {
        try {
            return collector(target);
        } catch (IllegalArgumentException e) {
            String reason = "%s: %s".formatted(target.name(), e.getMessage());
            return () -> Answer.silent(reason);
        }
    }

    private Collector<Seen> collector(Target target) {
        Owner owner = new Owner(target.service(), target.instance());
        Duration deadline = deadline(target.interval());
        return switch (target.kind()) {
            case PROMETHEUS ->
                new LivePage(
                        new HttpPage(URI.create(target.address()), deadline, LivePage.MOST_BYTES),
                        target.service(),
                        target.instance(),
                        new Focus(target.pool(), target.frontend(), target.backend()));
            case HAPROXY -> haproxy(target, new Owner(target.service(), ""), deadline);
            case POSTGRESQL ->
                LivePostgres.of(
                        new Owner(target.service(), ""),
                        new PostgresAddress(
                                target.address(),
                                target.user().orElse("postgres"),
                                target.secret().read(environment).orElse(""),
                                target.database().orElse("postgres")),
                        deadline);
            default ->
                () -> Answer.silent(owner + ": no way to ask " + target.kind().id());
        };
    }

    private static Collector<Seen> haproxy(Target target, Owner owner, Duration deadline) {
        StatsSource source = target.address().startsWith("http")
                ? StatsSource.statsPage(URI.create(target.address()), deadline)
                : StatsSource.runtimeSocket(Path.of(target.address()), deadline);
        return target.frontend().isPresent() && target.backend().isPresent()
                ? new LiveHaproxy(
                        owner, source, target.frontend().get(), target.backend().get())
                : new LiveHaproxy(owner, source);
    }

    /** Less than the patience of a look, so that a target that is late still says why. */
    private static Duration deadline(Duration interval) {
        Duration most = interval.multipliedBy(7).dividedBy(10);
        return most.compareTo(SHORTEST) < 0 ? SHORTEST : most.compareTo(LONGEST) > 0 ? LONGEST : most;
    }
}
