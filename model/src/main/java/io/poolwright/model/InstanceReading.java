package io.poolwright.model;

import java.util.Objects;

/**
 * One look at one application instance.
 *
 * @param instance its name, which is also the {@code ApplicationName} of its database connections
 * @param sample what its metrics page said
 */
public record InstanceReading(String instance, Answer<InstanceSample> sample) {
    public InstanceReading {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(sample, "sample");
    }
}
