package io.poolwright.telemetry.haproxy;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Every frontend, server and backend queue of one HAProxy, and the process itself where the runtime API is asked.
 *
 * <p>Source: HAProxy management guide, 9.1 ({@code show stat}) and 9.3 ({@code show info}); read on 2.6.12.
 */
public final class LiveHaproxy implements Collector<Seen> {
    private final Owner owner;
    private final StatsSource source;
    private final Optional<Proxies> told;
    private final Completions completions = new Completions();
    private final ProcessLimit process;

    /** All of it; as the balancer of its service it counts when it has just one frontend and one backend with servers. */
    public LiveHaproxy(Owner owner, StatsSource source) {
        this(owner, source, Optional.empty());
    }

    /**
     * All of it, and the balancer of its service with the frontend that clients call and the backend behind it.
     *
     * @param frontend {@code pxname} of the frontend
     * @param backend {@code pxname} of the backend whose servers are the instances
     */
    public LiveHaproxy(Owner owner, StatsSource source, String frontend, String backend) {
        this(owner, source, Optional.of(new Proxies(frontend, backend)));
    }

    private LiveHaproxy(Owner owner, StatsSource source, Optional<Proxies> told) {
        this.owner = owner;
        this.source = source;
        this.told = told;
        this.process = new ProcessLimit(owner);
    }

    @Override
    public Answer<Seen> collect() {
        try {
            RuntimeAnswer answer = RuntimeAnswer.split(source.read());
            return Answer.of(seen(answer, StatsTable.parse(answer.csv())));
        } catch (IOException e) {
            return Answer.silent("%s: %s".formatted(source.name(), Plain.reason(e)));
        }
    }

    private Seen seen(RuntimeAnswer answer, StatsTable stats) {
        StatsReadings readings = new StatsReadings(owner, source.name(), completions);
        process.read(answer.info(), readings, source.name());
        readings.readAll(stats);
        completions.nextLook();
        return Seen.of(readings.readings())
                .withBalancer(balancer(stats))
                .withInForce(readings.inForce())
                .withNotices(readings.notices());
    }

    private Answer<BalancerSample> balancer(StatsTable stats) {
        try {
            Proxies proxies = told.isPresent() ? told.get() : Proxies.onlyOnesOf(stats);
            return Answer.of(HaproxyStats.sample("haproxy", stats, proxies.frontend(), proxies.backend()));
        } catch (IOException e) {
            return Answer.silent("%s: %s".formatted(source.name(), Plain.reason(e)));
        }
    }

    /** The frontend that clients call and the backend behind it. */
    private record Proxies(String frontend, String backend) {
        static Proxies onlyOnesOf(StatsTable stats) throws IOException {
            List<String> backends = stats.backendsWithServers();
            if (backends.size() != 1) {
                throw new IOException("%s; name the frontend and the backend that serve it"
                        .formatted(count(backends, "backend with servers", "backends with servers")));
            }
            List<String> frontends = stats.frontends();
            if (frontends.size() > 1) {
                // A frontend that only shows the statistics page has a backend without servers of the same name.
                frontends = frontends.stream()
                        .filter(name -> backends.contains(name) || !stats.hasBackend(name))
                        .toList();
            }
            if (frontends.size() != 1) {
                throw new IOException("%s; name the frontend and the backend that serve it"
                        .formatted(count(frontends, "frontend", "frontends")));
            }
            return new Proxies(frontends.get(0), backends.get(0));
        }

        private static String count(List<String> names, String one, String several) {
            if (names.isEmpty()) {
                return "no " + one;
            }
            return "%d %s (%s)"
                    .formatted(names.size(), names.size() == 1 ? one : several, Plain.text(String.join(", ", names)));
        }
    }
}
