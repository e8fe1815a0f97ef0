package io.poolwright.telemetry.jmx;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What all the beans of one JVM say about its pools: one reading a pool, however many beans tell of it. Not for several threads. */
final class JvmReadings {
    private static final String STALE =
            "the mean is of the pool's last borrows, and there was none since the look before";

    private final Owner owner;
    private Map<PoolId, Double> borrowsBefore = Map.of();
    private Map<PoolId, Reading.Builder> building = new LinkedHashMap<>();
    private List<InForce> inForce = new ArrayList<>();

    JvmReadings(Owner owner) {
        this.owner = owner;
    }

    /** A bean that has none of its kind's numbers is another one of the same name, such as an interceptor's. */
    void add(PoolBean kind, Bean bean) {
        if (kind.gauges().stream().noneMatch(told -> bean.attributes().containsKey(told.attribute()))) {
            return;
        }
        String name = PoolName.of(bean);
        PoolId pool = owner.pool(PoolName.tier(kind, bean), name);
        Reading.Builder reading = building.computeIfAbsent(pool, Reading::of);
        for (PoolBean.Told told : kind.gauges()) {
            if (reading.get(told.signal()).isEmpty()) {
                reading.set(told.signal(), bean.number(told.attribute()) * told.unit());
            }
        }
        for (PoolBean.Unknown unknown : kind.reasons()) {
            reading.because(unknown.signal(), unknown.reason());
        }
        kind.settings().forEach((attribute, shown) -> bean.text(attribute)
                .ifPresent(value ->
                        inForce.add(owner.inForce(name, shown.setting(), value + shown.unit(), "JMX " + bean.name()))));
    }

    /** Settings that the beans showed, since the look before. */
    List<InForce> inForce() {
        List<InForce> told = inForce;
        inForce = new ArrayList<>();
        return told;
    }

    /** The readings of this look; the next one begins anew. */
    List<Reading> readings() {
        Map<PoolId, Double> borrows = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        building.forEach((pool, reading) -> {
            complete(pool, reading);
            OptionalDouble count = reading.get(Signal.BORROWS);
            count.ifPresent(it -> borrows.put(pool, it));
            Double before = borrowsBefore.get(pool);
            if (count.isEmpty() || before == null || before == count.getAsDouble()) {
                stale(reading, Signal.WAIT_MEAN);
                stale(reading, Signal.USE_MEAN);
            }
            readings.add(reading.build());
        });
        borrowsBefore = borrows;
        building = new LinkedHashMap<>();
        return readings;
    }

    private static void stale(Reading.Builder reading, Signal mean) {
        if (reading.get(mean).isPresent()) {
            reading.set(mean, Double.NaN).because(mean, STALE);
        }
    }

    /** Used, idle and total, where two are told; connections of a web server's clients are none of that. */
    private static void complete(PoolId pool, Reading.Builder reading) {
        double used = reading.get(Signal.USED).orElse(Double.NaN);
        double idle = reading.get(Signal.IDLE).orElse(Double.NaN);
        double total = reading.get(Signal.TOTAL).orElse(Double.NaN);
        if (pool.tier() == Tier.FRONTEND) {
            return;
        }
        if (Double.isNaN(total)) {
            reading.set(Signal.TOTAL, used + idle);
        }
        if (Double.isNaN(idle)) {
            reading.set(Signal.IDLE, total - used);
        }
    }
}
