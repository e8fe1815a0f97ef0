package io.poolwright.testkit;

import io.poolwright.model.Answer;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.TimerSample;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The metrics page of one instance, and the process behind it. */
final class ShopPage {
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final String name;
    private final Counters counters = new Counters();
    private String version = "1";
    private Instant startedAt;

    ShopPage(String name, Instant start) {
        this.name = name;
        this.startedAt = start.minus(LONG_AGO);
    }

    String name() {
        return name;
    }

    InstanceSample look(Instant at, Second second, Noise noise) {
        String running = second.versions().getOrDefault(name, "1");
        if (!running.equals(version)) {
            version = running;
            startedAt = at;
            counters.reset();
        }
        return new Look(second, noise).page();
    }

    private final class Look {
        private final Second second;
        private final Noise noise;

        Look(Second second, Noise noise) {
            this.second = second;
            this.noise = noise;
        }

        InstanceSample page() {
            return new InstanceSample(
                    version,
                    startedAt,
                    answer(Source.HTTP, Source.HTTP_1, http()),
                    answer(Source.POOL, Source.POOL_1, pool()),
                    answer(
                            Source.PROCESS,
                            Source.PROCESS_1,
                            new ProcessSample(counters.sum("cpu", of(Signal.CPU)), (int) of(Signal.CORES))));
        }

        private HttpSample http() {
            TimerSample requests = timer(Signal.REQUESTS, Signal.SERVICE_TIME);
            long resent = counters.add("resent", of(Signal.RESENT));
            return new HttpSample(
                    requests.count(),
                    requests.seconds(),
                    0,
                    OptionalInt.of(level(Signal.SLOTS_USED)),
                    OptionalInt.of(200),
                    second.silent().contains(Source.RESENT) ? OptionalLong.empty() : OptionalLong.of(resent));
        }

        private PoolSample pool() {
            int max = level(Signal.MAX);
            int total = Math.min(max, level(Signal.TOTAL));
            int used = Math.min(total, level(Signal.USED));
            return new PoolSample(
                    "shop",
                    used,
                    total - used,
                    total,
                    max,
                    level(Signal.PENDING),
                    counters.add("timeouts", of(Signal.TIMEOUTS)),
                    timer(Signal.WAITS, Signal.WAIT_TIME),
                    timer(Signal.RETURNS, Signal.USE_TIME),
                    new TimerSample(counters.add("created", of(Signal.CREATED)), 0, 0.01));
        }

        private TimerSample timer(Signal rate, Signal time) {
            double events = of(rate);
            double seconds = counters.sum(time.name(), events * of(time));
            return new TimerSample(counters.add(rate.name(), events), seconds, of(time));
        }

        private double of(Signal signal) {
            return noise.of(signal, second.of(name, signal));
        }

        private int level(Signal signal) {
            return (int) Math.round(of(signal));
        }

        private <T> Answer<T> answer(Source both, Source first, T value) {
            Source source = name.equals(Second.SHOP_1) && second.silent().contains(first) ? first : both;
            return second.silent().contains(source) ? Answer.silent(source.reason()) : Answer.of(value);
        }
    }
}
