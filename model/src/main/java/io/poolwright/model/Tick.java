package io.poolwright.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One look at every layer of the stack, taken within one second.
 *
 * @param at when the look began; whole milliseconds, so that a recording repeats it exactly
 * @param balancer the load balancer in front
 * @param instances the application instances that are configured to run, in name order
 * @param database the database behind the pools
 * @param settings what is declared in configuration files at this moment; empty when none could be read
 */
public record Tick(
        Instant at,
        Answer<BalancerSample> balancer,
        List<InstanceReading> instances,
        Answer<DatabaseSample> database,
        List<DeclaredSetting> settings) {
    public Tick {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(balancer, "balancer");
        Objects.requireNonNull(database, "database");
        instances = List.copyOf(instances);
        settings = List.copyOf(settings);
    }
}
