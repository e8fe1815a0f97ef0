package io.poolwright.config.traefik;

import java.util.Optional;

/**
 * How Traefik talks to servers. Source: Traefik documentation, "ServersTransport".
 *
 * @param name empty for the one that holds where a service names no other
 * @param dialTimeout 30 s when it is not written
 * @param responseHeaderTimeout 0, no limit, when it is not written
 * @param idleConnTimeout 90 s when it is not written; 0 is no limit
 */
public record TraefikTransport(
        String name,
        Optional<TraefikSetting> dialTimeout,
        Optional<TraefikSetting> responseHeaderTimeout,
        Optional<TraefikSetting> idleConnTimeout) {}
