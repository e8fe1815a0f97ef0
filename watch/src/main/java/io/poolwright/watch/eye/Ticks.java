package io.poolwright.watch.eye;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.Tick;
import io.poolwright.model.live.Seen;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one look at a service into the tick that the diagnosis takes. Which target is the balancer, the database or an
 * instance is learnt from what it once told, so that one that falls silent is missed, and one that never was is not.
 */
final class Ticks {
    private static final Set<TargetKind> BALANCERS = EnumSet.of(TargetKind.HAPROXY);
    private static final Set<TargetKind> DATABASES = EnumSet.of(TargetKind.POSTGRESQL);

    private final Set<String> balancers = new HashSet<>();
    private final Set<String> databases = new HashSet<>();
    private final Set<String> instances = new HashSet<>();

    Tick of(Instant at, Map<Target, Answer<Seen>> answers, List<DeclaredSetting> settings) {
        answers.forEach(this::learn);
        Map<String, String> instanceOf = new HashMap<>();
        List<InstanceReading> readings = new ArrayList<>();
        answers.forEach((target, answer) -> {
            if (instances.contains(target.name())) {
                readings.add(new InstanceReading(target.instance(), answer.flatMap(Seen::instance)));
                instanceOf.put(target.application(), target.instance());
            }
        });
        readings.sort(Comparator.comparing(InstanceReading::instance));
        Answer<BalancerSample> balancer = only(answers, balancers, Seen::balancer, "a load balancer");
        Answer<DatabaseSample> database =
                only(answers, databases, Seen::database, "a database").map(sample -> byInstance(sample, instanceOf));
        return new Tick(at.truncatedTo(ChronoUnit.MILLIS), balancer, readings, database, settings);
    }

    private void learn(Target target, Answer<Seen> answer) {
        if (BALANCERS.contains(target.kind())) {
            balancers.add(target.name());
        }
        if (DATABASES.contains(target.kind())) {
            databases.add(target.name());
        }
        answer.value().ifPresent(seen -> {
            seen.balancer().value().ifPresent(sample -> balancers.add(target.name()));
            seen.database().value().ifPresent(sample -> databases.add(target.name()));
            seen.instance().value().ifPresent(sample -> instances.add(target.name()));
        });
    }

    /** The first in the order of names that answers; which of several is the service's cannot be told. */
    private static <T> Answer<T> only(
            Map<Target, Answer<Seen>> answers, Set<String> known, Function<Seen, Answer<T>> part, String what) {
        List<Answer<T>> told = answers.entrySet().stream()
                .filter(entry -> known.contains(entry.getKey().name()))
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> entry.getValue().flatMap(part))
                .toList();
        return told.stream()
                .filter(answer -> answer.value().isPresent())
                .findFirst()
                .or(() -> told.stream().findFirst())
                .orElseGet(() -> Answer.unwatched(what));
    }

    /** The database knows an application by its own name for it; the diagnosis knows it by the balancer's. */
    private static DatabaseSample byInstance(DatabaseSample sample, Map<String, String> instanceOf) {
        List<ClientBackends> clients = sample.clients().stream()
                .map(client -> instanceOf.containsKey(client.application())
                        ? new ClientBackends(
                                instanceOf.get(client.application()),
                                client.active(),
                                client.onCpu(),
                                client.onLock(),
                                client.idle(),
                                client.idleInTransaction(),
                                client.statementAges())
                        : client)
                .toList();
        return new DatabaseSample(
                sample.maxConnections(), sample.reserved(), clients, sample.counters(), sample.settings());
    }
}
