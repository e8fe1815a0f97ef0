package io.poolwright.telemetry.jmx;

import io.poolwright.model.live.Tier;
import java.util.List;
import java.util.Map;

/**
 * One kind of MBean that tells of a pool: where it is found, which of its attributes are read, and what they mean. No other
 * attribute is ever asked for.
 *
 * @param product whose it is, for people
 * @param tier where its pools stand
 * @param patterns names to query; quoted parts are matched as they are
 * @param instancesOf classes whose beans are found whatever they are called
 * @param gauges attribute by what it tells; a signal that is not here is told by nobody
 * @param settings attribute by the setting that it shows; the value gets the unit
 * @param reasons why signals stay unknown, and what would tell them
 */
record PoolBean(
        String product,
        Tier tier,
        List<String> patterns,
        List<String> instancesOf,
        List<Told> gauges,
        Map<String, Shown> settings,
        List<Unknown> reasons) {
    PoolBean {
        patterns = List.copyOf(patterns);
        instancesOf = List.copyOf(instancesOf);
        gauges = List.copyOf(gauges);
        settings = Map.copyOf(settings);
        reasons = List.copyOf(reasons);
    }

    /**
     * One attribute and the signal that it is.
     *
     * @param attribute as the bean calls it
     * @param signal what it is
     * @param unit its unit in that of the signal, such as 0.001 for milliseconds
     */
    record Told(String attribute, io.poolwright.model.live.Signal signal, double unit) {}

    /**
     * A setting that an attribute shows.
     *
     * @param setting what it is called where it is written
     * @param unit of the attribute, such as {@code ms}; empty text for a plain number
     */
    record Shown(String setting, String unit) {}

    /**
     * A signal that such a bean does not tell.
     *
     * @param signal which
     * @param reason why, and what would tell it
     */
    record Unknown(io.poolwright.model.live.Signal signal, String reason) {}
}
