package io.poolwright.audit.rules.driver;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something notices a connection that was cut in silence between two hosts.
 *
 * <p>Line: tcpKeepAlive = true or the pool pings, where a proxy or a pooler stands before the database. Source: pgjdbc documentation (tcpKeepAlive, false when unset).
 */
public final class DriverTcpKeepaliveOff implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "driver-tcp-keepalive-off",
            "No TCP keepalive and no pool keepalive across a NAT/LB",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.DRIVER, Layer.LB),
            "pgjdbc documentation (tcpKeepAlive, false when unset)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DRIVER, "pgjdbc").filter(driver -> stack.parent(driver)
                .filter(pool -> between(pool, stack).findAny().isPresent())
                .isPresent());
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Part pool = stack.parent(driver).orElseThrow();
        if (evidence.use(driver.flag("tcpKeepAlive"), "whether the kernel probes idle sockets")
                || !Bound.isForever(evidence.use(pool.role(Role.KEEPALIVE), "the interval of the pool's pings"))) {
            return evidence.pass();
        }
        Part between = between(pool, stack).findFirst().orElseThrow();
        return evidence.at(driver.origin())
                .at(driver.flag("tcpKeepAlive"))
                .related(between.origin(), "what stands between pool and database")
                .finding(
                        "Nothing probes idle connections of pool '%s', and %s stands before its database: what it drops is found by the next query"
                                .formatted(driver.name(), between),
                        "tcpKeepAlive=true, and a keepalive of the pool");
    }

    private static Stream<Part> between(Part pool, Stack stack) {
        return stack.callees(pool).stream().filter(part -> part.kind() != Kind.DATABASE);
    }
}
