package io.poolwright.testkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state of a whole stack during one second, as its signals would show it. What is not said is as in good health.
 *
 * @param signals signals of every instance or of the whole stack
 * @param own signals in which one instance differs, by instance
 * @param versions version of an instance's process, by instance; a new version is a new process
 * @param silent sources that do not answer
 * @param declared declared settings, by {@code owner name}
 * @param inForce settings of the database that are in force
 * @param ages ages of the statements that run on each application's backends, in seconds
 */
public record Second(
        Map<Signal, Double> signals,
        Map<String, Map<Signal, Double>> own,
        Map<String, String> versions,
        Set<Source> silent,
        Map<String, String> declared,
        Map<String, String> inForce,
        List<Double> ages) {
    /** The first instance. */
    public static final String SHOP_1 = "shop-1";
    /** The second instance. */
    public static final String SHOP_2 = "shop-2";
    /** Both. */
    public static final List<String> SHOPS = List.of(SHOP_1, SHOP_2);
    /** What the names of all settings of the pools begin with. */
    public static final String HIKARI = "spring.datasource.hikari.";
    /** The driver's time limit for one read (s). */
    public static final String SOCKET_TIMEOUT = HIKARI + "data-source-properties.socketTimeout";

    public Second {
        signals = Map.copyOf(signals);
        own = Map.copyOf(own);
        versions = Map.copyOf(versions);
        silent = Set.copyOf(silent);
        declared = Map.copyOf(declared);
        inForce = Map.copyOf(inForce);
        ages = List.copyOf(ages);
    }

    /** A second in which all is well at 200 requests a second. */
    public static Second healthy() {
        Second plain = new Second(
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of("haproxy/shop/shop-1 maxconn", "50"),
                Map.of(
                        "idle_session_timeout", "0",
                        "statement_timeout", "0",
                        "lock_timeout", "0",
                        "client_connection_check_interval", "0"),
                List.of(0.02, 0.01));
        return plain.declaring(HIKARI + "maximum-pool-size", "20")
                .declaring(HIKARI + "connection-timeout", "3000")
                .declaring(HIKARI + "max-lifetime", "1800000")
                .declaring(SOCKET_TIMEOUT, "30");
    }

    /** The same second with another value of a signal, for every instance. */
    public Second with(Signal signal, double value) {
        Map<Signal, Double> changed = new EnumMap<>(Signal.class);
        changed.putAll(signals);
        changed.put(signal, value);
        return new Second(changed, own, versions, silent, declared, inForce, ages);
    }

    /** The same second with another value of a signal, for one instance. */
    public Second with(String instance, Signal signal, double value) {
        Map<Signal, Double> changed = new EnumMap<>(Signal.class);
        changed.putAll(own.getOrDefault(instance, Map.of()));
        changed.put(signal, value);
        return new Second(signals, put(own, instance, Map.copyOf(changed)), versions, silent, declared, inForce, ages);
    }

    /** The same second with a new process of one instance. */
    public Second running(String instance, String version) {
        return new Second(signals, own, put(versions, instance, version), silent, declared, inForce, ages);
    }

    /** The same second with some sources silent. */
    public Second without(Set<Source> sources) {
        Set<Source> more = new TreeSet<>(silent);
        more.addAll(sources);
        return new Second(signals, own, versions, more, declared, inForce, ages);
    }

    /** The same second with one source silent. */
    public Second without(Source source) {
        return without(Set.of(source));
    }

    /** The same second with a setting written in the files of both instances. */
    public Second declaring(String name, String value) {
        return declaring(SHOP_1, name, value).declaring(SHOP_2, name, value);
    }

    /** The same second with a setting written in the file of one owner. */
    public Second declaring(String owner, String name, String value) {
        return new Second(signals, own, versions, silent, put(declared, owner + " " + name, value), inForce, ages);
    }

    /** The same second with a setting in force in the database. */
    public Second enforcing(String name, String value) {
        return new Second(signals, own, versions, silent, declared, put(inForce, name, value), ages);
    }

    /** The same second with statements of these ages on each application's backends. */
    public Second aged(Double... seconds) {
        return new Second(signals, own, versions, silent, declared, inForce, List.of(seconds));
    }

    /** A signal of one instance. */
    double of(String instance, Signal signal) {
        return own.getOrDefault(instance, Map.of()).getOrDefault(signal, of(signal));
    }

    /** A signal of the whole stack. */
    double of(Signal signal) {
        return signals.getOrDefault(signal, signal.healthy());
    }

    private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new TreeMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
