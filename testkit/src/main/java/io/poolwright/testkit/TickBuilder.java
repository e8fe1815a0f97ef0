package io.poolwright.testkit;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.Origin;
import io.poolwright.model.ServerSample;
import io.poolwright.model.Tick;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Turns states into looks, one after the other: levels as they are, and counters that go on counting. */
final class TickBuilder {
    private static final int RESERVED = 3;

    private final Noise noise;
    private final Counters counters = new Counters();
    private final List<ShopPage> shops;
    private Instant at;

    TickBuilder(Instant start, Noise noise) {
        this.at = start;
        this.noise = noise;
        this.shops =
                Second.SHOPS.stream().map(shop -> new ShopPage(shop, start)).toList();
    }

    Tick next(Second second) {
        at = at.plusSeconds(1);
        return new Tick(
                at,
                answer(second, Source.BALANCER, balancer(second)),
                shops.stream().map(shop -> reading(second, shop)).toList(),
                answer(second, Source.DATABASE, database(second)),
                second.silent().contains(Source.FILES) ? List.of() : settings(second));
    }

    private InstanceReading reading(Second second, ShopPage shop) {
        Source page = shop.name().equals(Second.SHOP_1) ? Source.SHOP_1 : Source.SHOP_2;
        return new InstanceReading(shop.name(), answer(second, page, shop.look(at, second, noise)));
    }

    private BalancerSample balancer(Second second) {
        double response = second.of(Signal.SERVICE_TIME);
        return new BalancerSample(
                "haproxy",
                count(second, Signal.ARRIVALS),
                count(second, Signal.ERRORS),
                level(second, Signal.QUEUE),
                count(second, Signal.QUEUE_ERRORS),
                0,
                second.of(Signal.QUEUE) / Math.max(1, second.of(Signal.ARRIVALS)),
                response,
                Second.SHOPS.stream()
                        .map(shop -> new ServerSample(
                                shop,
                                true,
                                Math.min(level(second, Signal.SLOTS), level(second, Signal.SLOTS_USED)),
                                OptionalInt.of(level(second, Signal.SLOTS)),
                                0,
                                counters.add(shop + " sessions", second.of(shop, Signal.REQUESTS)),
                                response))
                        .toList());
    }

    private DatabaseSample database(Second second) {
        return new DatabaseSample(
                level(second, Signal.MAX_CONNECTIONS),
                RESERVED,
                Second.SHOPS.stream().map(shop -> client(second, shop)).toList(),
                new DatabaseCounters(
                        count(second, Signal.TRANSACTIONS),
                        0,
                        count(second, Signal.ROWS),
                        counters.add("sessions", 2 * second.of(Signal.CREATED)),
                        count(second, Signal.ABANDONED),
                        count(second, Signal.FATAL),
                        0),
                second.inForce());
    }

    private ClientBackends client(Second second, String shop) {
        int total = whole(second.of(shop, Signal.BACKENDS));
        int active = Math.min(total, whole(noise.of(Signal.ACTIVE, second.of(shop, Signal.ACTIVE))));
        int open = Math.min(total - active, whole(second.of(shop, Signal.IN_TRANSACTION)));
        return new ClientBackends(
                shop,
                active,
                Math.min(active, whole(second.of(shop, Signal.ON_CPU))),
                Math.min(active, whole(second.of(shop, Signal.ON_LOCK))),
                total - active - open,
                open,
                second.ages());
    }

    private static List<DeclaredSetting> settings(Second second) {
        return new TreeMap<>(second.declared())
                .entrySet().stream()
                        .map(entry -> {
                            String[] key = entry.getKey().split(" ", 2);
                            String file = key[0].startsWith("haproxy") ? "haproxy.cfg" : key[0] + ".properties";
                            return new DeclaredSetting(key[0], key[1], entry.getValue(), new Origin(file, 1));
                        })
                        .toList();
    }

    private long count(Second second, Signal signal) {
        return counters.add(signal.name(), noise.of(signal, second.of(signal)));
    }

    private int level(Second second, Signal signal) {
        return whole(noise.of(signal, second.of(signal)));
    }

    private static int whole(double value) {
        return (int) Math.round(value);
    }

    private static <T> Answer<T> answer(Second second, Source source, T value) {
        return second.silent().contains(source) ? Answer.silent(source.reason()) : Answer.of(value);
    }
}
