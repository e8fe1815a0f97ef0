package io.poolwright.model.live;

import java.util.Objects;

/**
 * A setting as the running product has it, in the product's own words; a file may say otherwise.
 *
 * @param service whose
 * @param instance which copy; empty text for the only one
 * @param part the pool, backend or server that it belongs to, as it is called there; empty text for the whole product
 * @param setting the product's own name for it, such as {@code maximumPoolSize}
 * @param value as the product says it, with its unit when it is a time, such as {@code 30000ms}
 * @param source where it was read, such as {@code JMX com.zaxxer.hikari:type=PoolConfig (orders)}
 */
public record InForce(String service, String instance, String part, String setting, String value, String source) {
    public InForce {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
    }
}
