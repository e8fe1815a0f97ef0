package io.poolwright.telemetry;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.util.Objects;

/**
 * Whose a target is: what the pools and settings that it tells of are filed under.
 *
 * @param service the service, as the team calls it
 * @param instance which copy of it, such as {@code host:port}; empty text for the only one
 */
public record Owner(String service, String instance) {
    public Owner {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
    }

    /** One of its pools; the name comes from the target, so it is cleaned. */
    public PoolId pool(Tier tier, String name) {
        return new PoolId(service, instance, tier, Plain.text(name));
    }

    /** One of its settings in force; part and value come from the target, so they are cleaned. */
    public InForce inForce(String part, String setting, String value, String source) {
        return new InForce(service, instance, Plain.text(part), Plain.text(setting), Plain.text(value), source);
    }
}
