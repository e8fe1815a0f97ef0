package io.poolwright.drill;

import java.net.URI;
import java.nio.file.Path;

/**
 * One running instance of the shop.
 *
 * @param name as the balancer and the database know it
 * @param address where it serves customers, without a path
 * @param management where it answers about itself, without a path
 * @param configFile its {@code application.properties}
 */
public record Instance(String name, URI address, URI management, Path configFile) {

    /** Its metrics page. */
    public URI metrics() {
        return management.resolve("/actuator/prometheus");
    }
}
