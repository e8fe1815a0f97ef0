package io.poolwright.detect;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.Tick;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** Turns two looks at the same stack into one frame. A counter that went backwards was reset: its rate is unknown. */
final class Frames {
    private Frames() {}

    static Frame between(Tick before, Tick after) {
        double seconds = Duration.between(before.at(), after.at()).toMillis() / 1000.0;
        if (!(seconds > 0)) {
            throw new IllegalArgumentException(
                    "looks must follow each other: %s, then %s".formatted(before.at(), after.at()));
        }
        return new Frame(
                after.at(),
                both(before.balancer(), after.balancer(), (a, b) -> edge(a, b, seconds)),
                after.instances().stream()
                        .map(reading -> service(find(before, reading.instance()), reading, seconds))
                        .toList(),
                both(before.database(), after.database(), (a, b) -> store(a, b, seconds)),
                after.settings());
    }

    private static Answer<InstanceSample> find(Tick tick, String instance) {
        return tick.instances().stream()
                .filter(reading -> reading.instance().equals(instance))
                .findFirst()
                .map(InstanceReading::sample)
                .orElseGet(() -> Answer.silent(instance + " was not watched a look ago"));
    }

    private static Answer<Frame.Edge> edge(BalancerSample a, BalancerSample b, double seconds) {
        Optional<Frame.Edge> edge = rate(a.requests(), b.requests(), seconds)
                .flatMap(arrivals -> rate(a.serverErrors(), b.serverErrors(), seconds)
                        .flatMap(errors -> rate(a.queueErrors(), b.queueErrors(), seconds)
                                .map(queueErrors -> new Frame.Edge(b, arrivals, errors, queueErrors))));
        return edge.map(Answer::of).orElseGet(() -> Answer.silent(b.product() + " reset its counters"));
    }

    private static Frame.Service service(Answer<InstanceSample> before, InstanceReading reading, double seconds) {
        Answer<Frame.Flow> flow = both(before, reading.sample(), (a, b) -> {
            if (b.startedAt().isAfter(a.startedAt())) {
                return Answer.silent(reading.instance() + " was restarted");
            }
            return Answer.of(new Frame.Flow(
                    both(a.http(), b.http(), (x, y) -> http(x, y, seconds)),
                    both(a.pool(), b.pool(), (x, y) -> pool(x, y, seconds)),
                    both(a.process(), b.process(), (x, y) -> cpu(x, y, seconds))));
        });
        return new Frame.Service(reading.instance(), reading.sample(), flow);
    }

    private static Answer<Frame.HttpFlow> http(HttpSample a, HttpSample b, double seconds) {
        if (b.requests() < a.requests()) {
            return Answer.silent("HTTP counters were reset");
        }
        return Answer.of(new Frame.HttpFlow(
                (b.requests() - a.requests()) / seconds,
                Math.max(0, b.seconds() - a.seconds()) / seconds,
                Math.max(0, b.serverErrors() - a.serverErrors()) / seconds,
                resent(a.resent(), b.resent(), seconds)));
    }

    private static Answer<Double> resent(OptionalLong a, OptionalLong b, double seconds) {
        if (a.isEmpty() || b.isEmpty()) {
            return Answer.silent("the page does not count repeated attempts (http_server_requests_resent_total)");
        }
        return rate(a.getAsLong(), b.getAsLong(), seconds)
                .map(Answer::of)
                .orElseGet(() -> Answer.silent("HTTP counters were reset"));
    }

    private static Answer<Frame.PoolFlow> pool(PoolSample a, PoolSample b, double seconds) {
        if (b.useTime().count() < a.useTime().count()
                || b.waitTime().count() < a.waitTime().count()
                || b.createTime().count() < a.createTime().count()
                || b.timeouts() < a.timeouts()) {
            return Answer.silent("pool counters were reset");
        }
        return Answer.of(new Frame.PoolFlow(
                (b.waitTime().count() - a.waitTime().count()) / seconds,
                Math.max(0, b.waitTime().seconds() - a.waitTime().seconds()) / seconds,
                (b.useTime().count() - a.useTime().count()) / seconds,
                Math.max(0, b.useTime().seconds() - a.useTime().seconds()) / seconds,
                (b.createTime().count() - a.createTime().count()) / seconds,
                (b.timeouts() - a.timeouts()) / seconds));
    }

    private static Answer<Double> cpu(ProcessSample a, ProcessSample b, double seconds) {
        if (b.cpuSeconds() < a.cpuSeconds()) {
            return Answer.silent("the processor-time counter was reset");
        }
        return Answer.of((b.cpuSeconds() - a.cpuSeconds()) / seconds);
    }

    private static Answer<Frame.Store> store(DatabaseSample before, DatabaseSample after, double seconds) {
        DatabaseCounters a = before.counters();
        DatabaseCounters b = after.counters();
        long ended = b.commits() + b.rollbacks() - a.commits() - a.rollbacks();
        if (ended < 0
                || b.tuplesReturned() < a.tuplesReturned()
                || b.abandoned() < a.abandoned()
                || b.fatal() < a.fatal()) {
            return Answer.silent("the database's statistics were reset");
        }
        return Answer.of(new Frame.Store(
                after,
                ended / seconds,
                (b.tuplesReturned() - a.tuplesReturned()) / seconds,
                (b.abandoned() - a.abandoned()) / seconds,
                (b.fatal() - a.fatal()) / seconds));
    }

    private static Optional<Double> rate(long a, long b, double seconds) {
        return b < a ? Optional.empty() : Optional.of((b - a) / seconds);
    }

    private static <T, R> Answer<R> both(Answer<T> before, Answer<T> after, BiFunction<T, T, Answer<R>> join) {
        if (before instanceof Answer.Answered<T> a && after instanceof Answer.Answered<T> b) {
            return join.apply(a.it(), b.it());
        }
        if (after instanceof Answer.Unwatched<T> none) {
            return Answer.unwatched(none.what());
        }
        return Answer.silent(reason(after instanceof Answer.Silent<T> ? after : before));
    }

    private static <T> String reason(Answer<T> silent) {
        return silent instanceof Answer.Silent<T> s ? s.reason() : "";
    }
}
