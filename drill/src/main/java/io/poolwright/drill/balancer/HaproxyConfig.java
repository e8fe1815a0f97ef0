package io.poolwright.drill.balancer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the drill's {@code haproxy.cfg}, for HAProxy 2.4 and later. */
final class HaproxyConfig {
    private HaproxyConfig() {}

    /**
     * @param maxconn requests that one server is sent at once
     */
    static String text(int port, Path socket, int maxconn, List<Server> servers) {
        String lines = servers.stream()
                .map(server -> "    server %s 127.0.0.1:%d check maxconn %d%s"
                        .formatted(server.name(), server.port(), maxconn, server.enabled() ? "" : " disabled"))
                .collect(Collectors.joining("\n"));
        return """
                # The shop's load balancer.
                global
                    maxconn 4000
                    nbthread 2
                    stats socket %s mode 600 level admin
                    stats timeout 30s
                    log stdout format raw daemon

                defaults
                    mode http
                    log global
                    option dontlog-normal
                    option httplog
                    timeout connect 1s
                    timeout client 30s
                    timeout server 30s
                    # How long a request may wait for a free server slot before it gets a 503.
                    timeout queue 1s
                    retries 2
                    option redispatch
                    http-reuse safe

                frontend edge
                    bind 127.0.0.1:%d
                    default_backend shop

                backend shop
                    balance roundrobin
                    option httpchk GET /health
                    default-server inter 500ms fall 3 rise 1
                    # maxconn: requests that one instance handles at once; the rest wait above.
                %s
                """.formatted(socket, port, lines);
    }
}
