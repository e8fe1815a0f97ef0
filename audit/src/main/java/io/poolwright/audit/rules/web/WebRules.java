package io.poolwright.audit.rules.web;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about nginx and Apache httpd, by id. */
public final class WebRules {
    private WebRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new ApachePreforkDbOvercommit(),
                new ApacheProxyMaxPerChild(),
                new ApacheProxyTtl(),
                new ApacheServerlimit(),
                new NginxConnectTimeoutCap(),
                new NginxDuplicateConnectionHeader(),
                new NginxFastcgiKeepconn(),
                new NginxKeepalivePoolGtBackend(),
                new NginxMaxconnsNoZone(),
                new NginxNextUpstreamUnbounded(),
                new NginxNoUpstreamKeepalive(),
                new NginxReadTimeoutGtOuter(),
                new NginxRlimitLtConnections(),
                new NginxUpstreamIdleGeServer(),
                new NginxUpstreamKeepaliveIneffective(),
                new NginxWorkerConnectionsLow());
    }
}
