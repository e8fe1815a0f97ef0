package io.poolwright.telemetry.recording;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.Origin;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.ServerSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerBuckets;
import io.poolwright.model.TimerSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Throws ticks with every bit pattern of a double, odd texts, and any part silent. */
final class TickDice {
    private static final String[] TEXTS = {
        "", "shop-1", "q\"uo\\te", "line\nend", "Zürich 東京 🙂", "\u0000\u2028", "null"
    };

    private final Random random;

    TickDice(Random random) {
        this.random = random;
    }

    Tick tick() {
        return new Tick(
                Instant.ofEpochMilli(random.nextLong() >> 16),
                answer(this::balancer),
                list(() -> new InstanceReading(text(), answer(this::instance))),
                answer(this::database),
                list(() -> new DeclaredSetting(text(), text(), text(), new Origin(text(), 1 + random.nextInt(1000)))));
    }

    private BalancerSample balancer() {
        return new BalancerSample(
                text(),
                count(),
                count(),
                gauge(),
                count(),
                count(),
                number(),
                number(),
                list(() ->
                        new ServerSample(text(), random.nextBoolean(), gauge(), maybe(), gauge(), count(), number())));
    }

    private InstanceSample instance() {
        return new InstanceSample(
                text(),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                answer(() -> new HttpSample(
                        count(),
                        number(),
                        count(),
                        maybe(),
                        maybe(),
                        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(count()))),
                answer(() -> new PoolSample(
                        text(), gauge(), gauge(), gauge(), gauge(), gauge(), count(), timer(), timer(), timer())),
                answer(() -> new ProcessSample(number(), gauge())));
    }

    private DatabaseSample database() {
        Map<String, String> settings = new TreeMap<>();
        list(() -> settings.put(text(), text()));
        return new DatabaseSample(
                gauge(),
                gauge(),
                list(() -> new ClientBackends(text(), gauge(), gauge(), gauge(), gauge(), gauge(), list(this::number))),
                new DatabaseCounters(count(), count(), count(), count(), count(), count(), count()),
                settings);
    }

    private TimerSample timer() {
        List<Double> bounds = list(this::number);
        return new TimerSample(
                count(),
                number(),
                number(),
                bounds.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TimerBuckets(
                                bounds, bounds.stream().map(bound -> count()).toList())));
    }

    private <T> Answer<T> answer(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Answer.silent(text()) : Answer.of(value.get());
    }

    private <T> List<T> list(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(4)).toList();
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private int gauge() {
        return random.nextInt();
    }

    private long count() {
        return random.nextLong();
    }

    private OptionalInt maybe() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(gauge());
    }

    private double number() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> random.nextDouble();
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }
}
