package io.poolwright.audit.rules.appserver;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about application servers and applications, by id. */
public final class AppServerRules {
    private AppServerRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new AcceptBacklogCapped(),
                new ComposeStopGrace(),
                new GracefulShutdownVsGrace(),
                new ReadinessWithoutLbDrain(),
                new ServerConnectionsLtProxy(),
                new ServerKeepaliveLtProxyIdle(),
                new SpringOsivHoldsConnection(),
                new SpringTransactionTimeoutMissing(),
                new ThreadsToPoolRatio(),
                new TomcatKeepaliveRequests(),
                new VirtualThreadsUnbounded());
    }
}
