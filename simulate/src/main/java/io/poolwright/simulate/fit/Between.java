package io.poolwright.simulate.fit;

import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.Tick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Two looks that follow each other. */
final class Between {
    private final Tick after;
    private final double seconds;
    private final Map<String, InstanceSample> earlier = new HashMap<>();
    private final Map<String, InstanceSample> later = new HashMap<>();
    private final Optional<BalancerSample> balancerBefore;
    private String trouble = "";

    Between(Tick before, Tick after, double seconds) {
        this.after = after;
        this.seconds = seconds;
        this.balancerBefore = before.balancer().value();
        answered(before, earlier);
        answered(after, later);
        if (trouble.isEmpty() && !earlier.keySet().equals(later.keySet())) {
            trouble = "an instance came or went";
        }
        if (trouble.isEmpty() && later.isEmpty()) {
            trouble = "no instance was watched";
        }
        later.forEach((name, sample) -> {
            if (trouble.isEmpty() && wasReset(before(name), sample)) {
                trouble = "a counter began anew";
            }
        });
    }

    private InstanceSample before(String instance) {
        return Objects.requireNonNull(earlier.get(instance), instance);
    }

    String trouble() {
        return trouble;
    }

    private void answered(Tick tick, Map<String, InstanceSample> into) {
        for (InstanceReading reading : tick.instances()) {
            Optional<InstanceSample> sample = reading.sample().value();
            if (sample.isEmpty() || sample.get().pool().value().isEmpty()) {
                trouble = "an instance or its pool was silent";
                return;
            }
            into.put(reading.instance(), sample.get());
        }
    }

    private static boolean wasReset(InstanceSample a, InstanceSample b) {
        PoolSample x = pool(a);
        PoolSample y = pool(b);
        return b.startedAt().isAfter(a.startedAt())
                || y.useTime().count() < x.useTime().count()
                || y.useTime().seconds() < x.useTime().seconds()
                || y.waitTime().count() < x.waitTime().count()
                || y.createTime().count() < x.createTime().count()
                || y.timeouts() < x.timeouts();
    }

    private static PoolSample pool(InstanceSample sample) {
        return sample.pool().value().orElseThrow();
    }

    Look look() {
        return new Look(seconds, later.size(), requests(), pools(), backends());
    }

    private Look.Requests requests() {
        double served = 0;
        double took = 0;
        double resent = 0;
        for (Map.Entry<String, InstanceSample> entry : later.entrySet()) {
            Optional<HttpSample> a = before(entry.getKey()).http().value();
            Optional<HttpSample> b = entry.getValue().http().value();
            if (a.isEmpty() || b.isEmpty() || b.get().requests() < a.get().requests()) {
                served = Double.NaN;
                continue;
            }
            served += b.get().requests() - a.get().requests();
            took += b.get().seconds() - a.get().seconds();
            resent += a.get().resent().isPresent() && b.get().resent().isPresent()
                    ? b.get().resent().getAsLong() - a.get().resent().getAsLong()
                    : Double.NaN;
        }
        double arrived = Double.NaN;
        double failed = Double.NaN;
        double answerTime = Double.NaN;
        Optional<BalancerSample> balancer = after.balancer().value();
        if (balancerBefore.isPresent()
                && balancer.isPresent()
                && balancer.get().requests() >= balancerBefore.get().requests()) {
            arrived = balancer.get().requests() - balancerBefore.get().requests();
            failed = balancer.get().serverErrors() - balancerBefore.get().serverErrors();
            answerTime = balancer.get().responseTime();
        }
        return new Look.Requests(arrived, failed, served, Double.isNaN(served) ? Double.NaN : took, resent, answerTime);
    }

    private Look.Pools pools() {
        double[] sums = new double[11];
        int full = 0;
        double longest = 0;
        Optional<Histogram> uses = Optional.empty();
        boolean histograms = true;
        for (Map.Entry<String, InstanceSample> entry : later.entrySet()) {
            PoolSample a = pool(before(entry.getKey()));
            PoolSample b = pool(entry.getValue());
            sums[0] += b.waitTime().count() - a.waitTime().count();
            sums[1] += Math.max(0, b.waitTime().seconds() - a.waitTime().seconds());
            sums[2] += b.useTime().count() - a.useTime().count();
            sums[3] += b.useTime().seconds() - a.useTime().seconds();
            sums[4] += b.createTime().count() - a.createTime().count();
            sums[5] += Math.max(0, b.createTime().seconds() - a.createTime().seconds());
            sums[6] += b.timeouts() - a.timeouts();
            sums[7] += b.used();
            sums[8] += b.total();
            sums[9] += b.max();
            sums[10] += b.pending();
            full += b.used() >= b.max() ? 1 : 0;
            longest = Math.max(longest, b.useTime().max());
            Optional<Histogram> one = a.useTime().buckets().flatMap(before -> b.useTime()
                    .buckets()
                    .flatMap(now -> Histogram.between(
                            before, now, b.useTime().count() - a.useTime().count())));
            histograms &= one.isPresent();
            if (one.isPresent()) {
                uses = Optional.of(uses.isPresent() ? uses.get().plus(one.get()) : one.get());
            }
        }
        return new Look.Pools(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                sums[6],
                sums[7],
                sums[8],
                sums[9] / later.size(),
                sums[10],
                full,
                longest,
                histograms ? uses : Optional.empty());
    }

    private Look.Backends backends() {
        Optional<DatabaseSample> database = after.database().value();
        if (database.isEmpty()) {
            return Look.Backends.UNKNOWN;
        }
        Set<String> ours = new HashSet<>(later.keySet());
        boolean named = database.get().clients().stream().anyMatch(client -> ours.contains(client.application()));
        if (!named) {
            return Look.Backends.UNKNOWN;
        }
        double backends = 0;
        double others = 0;
        double active = 0;
        double onCpu = 0;
        double onLock = 0;
        List<Double> ages = new ArrayList<>();
        for (ClientBackends client : database.get().clients()) {
            if (!ours.contains(client.application())) {
                others += client.total();
                continue;
            }
            backends += client.total();
            active += client.active();
            onCpu += client.onCpu();
            onLock += client.onLock();
            ages.addAll(client.statementAges());
        }
        return new Look.Backends(backends, others, active, onCpu, onLock, List.copyOf(ages));
    }
}
