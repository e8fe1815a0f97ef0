package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about HAProxy, Envoy, Traefik and load balancers in the cloud, by id. */
public final class BalancerRules {
    private BalancerRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new AlbIdleVsAppKeepalive(),
                new AlbIdleVsResponse(),
                new EnvoyCircuitBreakerDisabled(),
                new EnvoyDefaultCircuitBreaker(),
                new EnvoyIdleGtServerKeepalive(),
                new EnvoyPartialCircuitBreaker(),
                new EnvoyRouteTimeoutDefault(),
                new HaproxyBackendExceedsApp(),
                new HaproxyDbIdleTooLong(),
                new HaproxyFrontendGtGlobal(),
                new HaproxyMaxconnFd(),
                new HaproxyMinconnFullconn(),
                new HaproxyMissingTimeouts(),
                new HaproxyNoHttpRequestTimeout(),
                new HaproxyNoServerMaxconn(),
                new HaproxyQueueExceedsBudget(),
                new HaproxyQueueTimeoutImplicit(),
                new HaproxyRetryAmplification(),
                new HaproxyReuseVsKeepalive(),
                new HaproxyServerTimeoutLtInner(),
                new HaproxyTcpDbIdleCut(),
                new HaproxyTcpTimeoutMismatch(),
                new HaproxyUnboundedQueue(),
                new LbAdmitsLessThanPool(),
                new LbCapacityBelowDemand(),
                new RetryProduct(),
                new TraefikIdleGtServerKeepalive(),
                new TraefikResponseHeaderTimeout());
    }
}
