package io.poolwright.drill.balancer;

import java.net.URI;
import java.nio.file.Path;

/** Where a balancer's statistics are read; both speak the CSV of HAProxy's {@code show stat}. */
public sealed interface StatsSource {

    /**
     * HAProxy's Runtime API.
     *
     * @param path a Unix stream socket
     */
    record UnixSocket(Path path) implements StatsSource {}

    /**
     * A page.
     *
     * @param address answers GET
     */
    record Http(URI address) implements StatsSource {}
}
