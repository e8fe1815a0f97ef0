package io.poolwright.audit.rules.driver;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about database drivers, by id. */
public final class DriverRules {
    private DriverRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new DriverConnectGePoolTimeout(),
                new DriverTcpKeepaliveOff(),
                new MysqlAutoreconnect(),
                new MysqlConnecttimeoutMissing(),
                new MysqlInteractiveClient(),
                new MysqlSockettimeoutMissing(),
                new MysqlTimeoutSubsecond(),
                new NoServerSideQueryLimit(),
                new PgjdbcSockettimeoutMissing(),
                new PgjdbcTimeoutHuge(),
                new SockettimeoutLeStatementTimeout());
    }
}
