package io.poolwright.simulate.fit;

import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerSample;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds what a recording tells to what is known. */
final class Recorded {
    /** Less is too little to say anything by (s). */
    private static final double ENOUGH = 30;

    private static final TimerSample NONE = new TimerSample(0, 0, 0);

    private static final Map<Parameter, String> HOW = Map.of(
            Parameter.CLIENT_RATE, "requests counted",
            Parameter.APP_CALLS, "connections given back for each request",
            Parameter.APP_BEFORE, "time of a request outside the pool and the database",
            Parameter.POOL_CREATE_LATENCY, "mean time to open a connection",
            Parameter.DB_LOCK, "statements waiting for a lock");

    private final Facts facts;
    private final Looks looks;
    private final List<Look> chosen;
    private final boolean calm;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final int ticks;

    private Recorded(Facts facts, List<Tick> ticks, boolean whole) {
        this.facts = facts;
        this.ticks = ticks.size();
        this.looks = Looks.of(ticks);
        List<Look> quiet = Calm.in(looks.good());
        this.calm = !whole && seconds(quiet) >= Math.min(ENOUGH, seconds(looks.good()));
        this.chosen = calm ? quiet : looks.good();
    }

    /**
     * @param whole whether stretches that were not calm count as well
     */
    static FittedModel fit(String service, Facts facts, List<Tick> ticks, boolean whole, long seed) {
        return new Recorded(facts, ticks, whole).fitted(service, ticks, whole, seed);
    }

    private static double seconds(List<Look> looks) {
        return looks.stream().mapToDouble(Look::seconds).sum();
    }

    private FittedModel fitted(String service, List<Tick> recording, boolean whole, long seed) {
        InForce.into(facts, recording);
        double seconds = seconds(chosen);
        if (seconds < ENOUGH) {
            refusals.add("the recording has %.0f s that can be used, of %d looks; it takes %.0f s to say anything%s"
                    .formatted(seconds, ticks, ENOUGH, excluded()));
            return facts.fitted(service, List.of(), quality(seconds, Double.NaN, Double.NaN));
        }
        if (!calm && !whole) {
            warnings.add(
                    "the stack was hardly ever calm while it was recorded: the time in use holds waiting for processors and locks");
        }
        if (!looks.excluded().isEmpty()) {
            warnings.add("stretches left out: " + words());
        }
        Steadiness.of(chosen).ifPresent(warnings::add);
        Sums sums = new Sums(chosen);
        double cut = Math.min(value(Parameter.POOL_SOCKET_TIMEOUT), value(Parameter.POOL_QUERY_TIMEOUT));
        Estimates.Frame frame =
                new Estimates.Frame(HoldFit.of(sums, cut), value(Parameter.DB_CORES), calm, row(sums, cut));
        if (!(sums.total(look -> look.pool().returns()) > 0)) {
            refusals.add("no connection was given back while it was recorded: nobody used the pool");
            return facts.fitted(service, List.of(), quality(seconds, Double.NaN, Double.NaN));
        }
        Estimates estimates = Estimates.of(chosen, frame);
        Samples samples = Samples.of(chosen, frame, seed);
        levels(sums);
        known(estimates, samples);
        opened(recording);
        hold(estimates, samples, frame);
        double[] rate =
                samples.interval(sample -> sample.value(Parameter.CLIENT_RATE).orElse(Double.NaN));
        double mean = value(Parameter.CLIENT_RATE);
        facts.load(new Load(
                mean, rate[0], rate[1], Math.max(mean, Traffic.peak(looks.good())), Traffic.dispersion(chosen)));
        Balance balance = Balance.of(estimates, samples, value(Parameter.APP_INSTANCES));
        warnings.addAll(balance.warnings());
        refusals.addAll(balance.refusals());
        unidentified(estimates, sums, frame);
        StackModel base = facts.model();
        List<StackModel> cloud =
                samples.all().stream().map(sample -> sample.model(base)).toList();
        return facts.fitted(service, cloud, quality(seconds, estimates.usedRatio() - 1, estimates.pendingExcess()));
    }

    private static Optional<HotRow> row(Sums sums, double cut) {
        double waiting = sums.level(look -> look.database().onLock());
        double mean =
                sums.ratio(look -> look.pool().useSeconds(), look -> look.pool().returns());
        double rate = sums.rate(look -> look.pool().returns());
        double longest = sums.most(look -> look.pool().longestUse());
        return waiting >= HotRow.QUEUE && rate > 0
                ? sums.uses()
                        .map(uses -> Intervals.of(uses, cut, longest))
                        .filter(uses -> uses.total() > 0 && uses.cutShare() == 0)
                        .map(uses -> HotRow.of(uses, mean, waiting, rate))
                : Optional.empty();
    }

    private double value(Parameter parameter) {
        return facts.value(parameter).orElse(parameter.usual());
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        looks.excluded().forEach((reason, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(" because ")
                .append(reason));
        return text.toString();
    }

    private String excluded() {
        return looks.excluded().isEmpty() ? "" : "; left out: " + words();
    }

    private DataQuality quality(double seconds, double used, double pending) {
        return new DataQuality(ticks, seconds, calm, looks.excluded(), used, pending, warnings, refusals);
    }

    private void known(Estimates estimates, Samples samples) {
        new EnumMap<>(estimates.values()).forEach((parameter, value) -> {
            double[] between =
                    samples.interval(sample -> sample.value(parameter).orElse(Double.NaN));
            facts.set(
                    parameter,
                    value,
                    new Known.Measured(HOW.getOrDefault(parameter, "measured"), between[0], between[1]));
        });
    }

    /** When none was opened while it was recorded, those that had been opened before, when the pool was filled, tell. */
    private void opened(List<Tick> recording) {
        if (facts.how(Parameter.POOL_CREATE_LATENCY).isPresent()) {
            return;
        }
        double count = 0;
        double took = 0;
        for (InstanceReading reading : recording.get(recording.size() - 1).instances()) {
            TimerSample created = reading.sample()
                    .flatMap(InstanceSample::pool)
                    .map(PoolSample::createTime)
                    .value()
                    .orElse(NONE);
            count += created.count();
            took += created.seconds();
        }
        if (count > 0 && took > 0) {
            double mean = took / count;
            facts.set(
                    Parameter.POOL_CREATE_LATENCY,
                    mean,
                    new Known.Measured(
                            "mean time to open the %.0f connections that were there".formatted(count), mean, mean));
        }
    }

    private void levels(Sums sums) {
        double others = sums.level(look -> look.database().others());
        if (!Double.isNaN(others)) {
            double value = Math.round(others);
            facts.set(Parameter.DB_OTHERS, value, new Known.Measured("other clients of the database", value, value));
        }
    }

    private void hold(Estimates estimates, Samples samples, Estimates.Frame frame) {
        double[] mean = samples.interval(sample -> sample.hold().mean());
        Split split = Split.of(estimates.hold(), Double.isNaN(estimates.onCpu()) ? 0 : estimates.onCpu());
        facts.hold(split.cpu(), split.rest(), new Known.Measured(frame.holding().words(), mean[0], mean[1]));
        facts.answered("hold");
        facts.answered("the tail of the time a connection is held");
        frame.holding().open().ifPresent(facts::open);
        if (Double.isNaN(estimates.onCpu())) {
            facts.open(
                    "the database's processor time of a request",
                    "the database was not watched, and all of the time is taken to be no work for a processor",
                    "watch the database: a target of kind postgresql",
                    false);
        } else {
            facts.answered("the database's processor time of a request");
        }
    }

    private void unidentified(Estimates estimates, Sums sums, Estimates.Frame frame) {
        double cores = frame.cores();
        double rate = value(Parameter.CLIENT_RATE);
        double busy = estimates.onCpu() * rate;
        double most = sums.most(look -> look.database().onCpu());
        if (!Double.isNaN(busy) && Double.isFinite(cores) && (busy / cores < 0.4 || !(most >= 0.7 * cores))) {
            facts.open(
                    "contention in the database",
                    "its processors were %.0f %% busy with at most %.0f statements at a time"
                            .formatted(100 * busy / cores, most),
                    "a load test in steps, up to the point where throughput no longer grows",
                    false);
        } else if (!Double.isNaN(busy)) {
            facts.open(
                    "contention in the database",
                    "statements are taken not to hinder each other but for processors and the hot row",
                    "a load test in steps, up to the point where throughput no longer grows",
                    false);
        }
        if (!Double.isFinite(cores)) {
            facts.open(
                    Parameter.DB_CORES.id(),
                    "neither files nor the recording tell how many processors the database has",
                    "write databases.<name>.cores in poolwright.yaml",
                    false);
        }
        double repeated = sums.ratio(
                look -> look.requests().resent(), look -> look.requests().served());
        if (Double.isNaN(repeated)
                && facts.how(Parameter.CLIENT_RETRIES)
                        .filter(how -> !how.isAssumed())
                        .isEmpty()) {
            facts.open(
                    Parameter.CLIENT_RETRIES.id(),
                    "nothing in the recording counts repeated attempts",
                    "write clients.retries in poolwright.yaml",
                    false);
        }
    }
}
