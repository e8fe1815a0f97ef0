package io.poolwright.audit.rules.httpclient;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about outbound HTTP clients, by id. */
public final class HttpClientRules {
    private HttpClientRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new HttpClientNoTimeout(),
                new HttpClientPerRoute5(),
                new OkhttpIdle5min(),
                new ReactorNettyIdleUnset(),
                new ReactorNettyPendingAcquire());
    }
}
