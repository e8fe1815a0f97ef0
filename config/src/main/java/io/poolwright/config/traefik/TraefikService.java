package io.poolwright.config.traefik;

import java.util.List;
import java.util.Optional;

/**
 * One HTTP service behind Traefik.
 *
 * @param servers the URLs, in order; none when labels leave the address to the container
 * @param port the container's port, from labels
 * @param transport the transport it names
 */
public record TraefikService(
        String name, List<TraefikSetting> servers, Optional<TraefikSetting> port, Optional<TraefikSetting> transport) {
    public TraefikService {
        servers = List.copyOf(servers);
    }
}
