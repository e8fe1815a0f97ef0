package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import java.util.Map;

/** The JDBC driver hangs up on queries that the database goes on with: each leaves a busy session that nobody owns. */
public final class SocketTimeoutTooShort implements Fault {
    private static final String SOCKET_TIMEOUT =
            "spring.datasource.hikari.data-source-properties.socketTimeout"; // seconds

    @Override
    public String id() {
        return "socket-timeout-too-short";
    }

    @Override
    public String title() {
        return "a new version gives up on a query after 1 s, not 30";
    }

    @Override
    public String expectedCause() {
        return "socket-timeout-too-short";
    }

    @Override
    public void prepare(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withSlowPerMille(10));
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        apply(stack, load, () -> {});
    }

    @Override
    public void apply(RunningStack stack, Load load, Runnable onset) {
        Deployment.of(stack, Map.of(SOCKET_TIMEOUT, "1"), onset);
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        Deployment.of(stack, Map.of(SOCKET_TIMEOUT, "30"));
    }
}
