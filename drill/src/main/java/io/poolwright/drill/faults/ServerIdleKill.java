package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** The database gives up on idle sessions sooner than the pool looks: HikariCP trusts a connection used within 500 ms. */
public final class ServerIdleKill implements Fault {

    @Override
    public String id() {
        return "server-idle-kill";
    }

    @Override
    public String title() {
        return "the database closes sessions that were idle for 300 ms";
    }

    @Override
    public String expectedCause() {
        return "server-idle-kill";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        Sql.system(stack, "ALTER SYSTEM SET idle_session_timeout = '300ms'");
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        Sql.system(stack, "ALTER SYSTEM RESET idle_session_timeout");
    }
}
