package io.poolwright.simulate.fit;

import io.poolwright.model.Tick;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Adds what a recording tells to what is known. */
final class Recorded {
    /** Less is too little to say anything by (s). */
    private static final double ENOUGH = 30;

    private static final int RESAMPLES = 200;
    /** Looks are drawn in blocks, since neighbours are alike; of a long recording, in minutes. */
    private static final double BLOCK = 5;

    private static final double MINUTE = 60;
    private static final double WARN = 0.05;
    private static final double ABSTAIN = 0.10;
    /** Both of Little's sides are estimates: only what is this many standard errors apart is a difference. */
    private static final double ERRORS = 3;
    /** What leaks is at least one connection of each pool; looks that keep step with the arrivals see half of one too many. */
    private static final double WHOLE = 1;

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
        Sums sums = new Sums(chosen);
        double cut = Math.min(value(Parameter.POOL_SOCKET_TIMEOUT), value(Parameter.POOL_QUERY_TIMEOUT));
        Estimates.Frame frame = new Estimates.Frame(HoldFit.of(sums, cut), value(Parameter.DB_CORES), calm);
        if (!(sums.total(look -> look.pool().returns()) > 0)) {
            refusals.add("no connection was given back while it was recorded: nobody used the pool");
            return facts.fitted(service, List.of(), quality(seconds, Double.NaN, Double.NaN));
        }
        Estimates estimates = Estimates.of(chosen, frame);
        List<Estimates> samples = resampled(frame, seconds, seed);
        levels(sums);
        known(estimates, samples);
        hold(estimates, samples, frame);
        load(sums, samples);
        littleBy(estimates, samples);
        unidentified(estimates, sums, frame);
        StackModel base = facts.model();
        List<StackModel> cloud =
                samples.stream().map(sample -> sample.model(base)).toList();
        return facts.fitted(service, cloud, quality(seconds, estimates.usedRatio() - 1, estimates.pendingExcess()));
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

    /** What other stretches of the same length might have shown: blocks drawn with replacement. */
    private List<Estimates> resampled(Estimates.Frame frame, double seconds, long seed) {
        double block = seconds >= 10 * MINUTE ? MINUTE : BLOCK;
        List<List<Look>> blocks = new ArrayList<>();
        double filled = block;
        for (Look look : chosen) {
            if (filled >= block) {
                blocks.add(new ArrayList<>());
                filled = 0;
            }
            blocks.get(blocks.size() - 1).add(look);
            filled += look.seconds();
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Estimates> samples = new ArrayList<>();
        for (int i = 0; i < RESAMPLES; i++) {
            List<Look> sample = new ArrayList<>();
            for (int j = 0; j < blocks.size(); j++) {
                sample.addAll(blocks.get(random.nextInt(blocks.size())));
            }
            if (new Sums(sample).total(look -> look.pool().returns()) > 0) {
                samples.add(Estimates.of(sample, frame));
            }
        }
        return samples;
    }

    private static double[] interval(List<Estimates> samples, ToDoubleFunction<Estimates> figure) {
        double[] sorted = samples.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {
            sorted[(int) Math.floor(0.025 * (sorted.length - 1))], sorted[(int) Math.ceil(0.975 * (sorted.length - 1))]
        };
    }

    private void known(Estimates estimates, List<Estimates> samples) {
        new EnumMap<>(estimates.values()).forEach((parameter, value) -> {
            double[] between =
                    interval(samples, sample -> sample.value(parameter).orElse(Double.NaN));
            facts.set(
                    parameter,
                    value,
                    new Known.Measured(HOW.getOrDefault(parameter, "measured"), between[0], between[1]));
        });
    }

    private void levels(Sums sums) {
        double others = sums.level(look -> look.database().others());
        if (!Double.isNaN(others)) {
            double value = Math.round(others);
            facts.set(Parameter.DB_OTHERS, value, new Known.Measured("other clients of the database", value, value));
        }
    }

    private void hold(Estimates estimates, List<Estimates> samples, Estimates.Frame frame) {
        double[] mean = interval(samples, sample -> sample.hold().mean());
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

    private void load(Sums sums, List<Estimates> samples) {
        double[] between =
                interval(samples, sample -> sample.value(Parameter.CLIENT_RATE).orElse(Double.NaN));
        double mean = value(Parameter.CLIENT_RATE);
        facts.load(new Load(mean, between[0], between[1], Math.max(mean, peak()), dispersion()));
    }

    private static double arrivals(Look look) {
        double arrived = look.requests().arrived();
        return Double.isNaN(arrived) ? look.requests().served() : arrived;
    }

    private double peak() {
        double length = Math.min(MINUTE, seconds(looks.good()) / 4);
        double most = Double.NaN;
        double sum = 0;
        double seconds = 0;
        int from = 0;
        for (Look look : looks.good()) {
            sum += arrivals(look);
            seconds += look.seconds();
            while (seconds - looks.good().get(from).seconds() >= length) {
                sum -= arrivals(looks.good().get(from));
                seconds -= looks.good().get(from).seconds();
                from++;
            }
            if (seconds >= length && !(sum / seconds <= most)) {
                most = sum / seconds;
            }
        }
        return Double.isNaN(most) ? 0 : most;
    }

    private double dispersion() {
        double[] counts = chosen.stream()
                .mapToDouble(Recorded::arrivals)
                .filter(x -> !Double.isNaN(x))
                .toArray();
        if (counts.length < 10) {
            return Double.NaN;
        }
        double mean = Arrays.stream(counts).average().orElse(0);
        double variance =
                Arrays.stream(counts).map(x -> (x - mean) * (x - mean)).sum() / (counts.length - 1);
        return mean > 0 ? variance / mean : Double.NaN;
    }

    /** Little's law must hold of what was measured, else a figure or the pool is not what it seems. */
    private void littleBy(Estimates estimates, List<Estimates> samples) {
        double more = (estimates.used() - estimates.little()) / Math.max(1, value(Parameter.APP_INSTANCES));
        judge(
                estimates.usedRatio() - 1,
                deviation(samples, Estimates::usedRatio),
                Math.abs(more) >= WHOLE,
                "connections in use differ by %.0f %% from rate times use time: connections leak, or a figure is wrong");
        judge(
                estimates.pendingExcess(),
                deviation(samples, Estimates::pendingExcess),
                true,
                "callers waiting differ by %.0f %% of the connections in use from rate times wait time: a figure is wrong");
    }

    private void judge(double off, double error, boolean whole, String sentence) {
        double size = Math.abs(off);
        if (!(size > WARN) || !(size > ERRORS * error)) {
            return;
        }
        (size > ABSTAIN && whole ? refusals : warnings).add(sentence.formatted(100 * off));
    }

    private static double deviation(List<Estimates> samples, ToDoubleFunction<Estimates> figure) {
        double[] values =
                samples.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Math.sqrt(Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(Double.NaN));
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
