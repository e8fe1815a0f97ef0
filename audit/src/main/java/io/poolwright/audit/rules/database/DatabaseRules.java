package io.poolwright.audit.rules.database;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about database servers and the sums of connections that reach them, by id. */
public final class DatabaseRules {
    private DatabaseRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new AppPoolSizeUnknown(),
                new DbAppUsesSuperuser(),
                new DbConnectionsOvercommitted(),
                new DbHeadroomLow(),
                new DbHpaMaxOvercommit(),
                new DbManyConnectionsNoPooler(),
                new DbReservedSlotsOffBy(),
                new DbRollingUpdateOvercommit(),
                new MysqlMaxUserConnections(),
                new MysqlMemory(),
                new MysqlWaitTimeoutVsPool(),
                new PgIdleSessionTimeoutWithPool(),
                new PgMaxConnectionsMemory(),
                new PgNoIdleInTransactionTimeout(),
                new PgStatementTimeoutGlobal());
    }
}
