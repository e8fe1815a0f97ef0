package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about PgBouncer and ProxySQL, by id. */
public final class PoolerRules {
    private PoolerRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new PgbouncerClientIdleVsPool(),
                new PgbouncerClientLimitBelowDemand(),
                new PgbouncerFdLimit(),
                new PgbouncerIdleVsDbIdle(),
                new PgbouncerMaxDbConnectionsUseless(),
                new PgbouncerMultiProcessMultiplier(),
                new PgbouncerNoQueue(),
                new PgbouncerQueryTimeoutVsStatement(),
                new PgbouncerQueryWaitExceedsApp(),
                new PgbouncerServerLifetimeZero(),
                new PgbouncerServerPoolsExceedDb(),
                new PgbouncerSessionModeOversubscribed(),
                new PoolerBypassed(),
                new PreparedStatementsTxnPooling(),
                new ProxysqlAgeVsWaitTimeout(),
                new ProxysqlBackendSum(),
                new ProxysqlFrontendLimit());
    }
}
