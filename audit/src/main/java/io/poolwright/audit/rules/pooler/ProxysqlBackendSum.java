package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Claims;
import io.poolwright.audit.capacity.Load;
import io.poolwright.audit.capacity.Moment;
import io.poolwright.audit.capacity.Slots;
import io.poolwright.audit.capacity.Sum;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * What ProxySQL may open to one server must fit that server.
 *
 * <p>Line: instances × max_connections of the line in mysql_servers ≤ max_connections of the server. Source: ProxySQL documentation,
 * mysql_servers (1,000 by default).
 */
public final class ProxysqlBackendSum implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "proxysql-backend-sum",
            "ProxySQL per-server max_connections above MySQL limit",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "ProxySQL documentation, mysql_servers (max_connections 1000 by default)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER_DATABASE, "proxysql")
                .filter(line -> Poolers.database(line, stack).isPresent())
                .filter(line -> sameLine(line, stack).get(0).equals(line));
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part database = Poolers.database(subject, stack).orElseThrow();
        Setting<Long> limit = subject.role(Role.SERVER_POOL);
        Sum sum = Claims.of(sameLine(subject, stack), stack).at(Moment.SCALED_OUT, evidence);
        long most = Slots.of(database).all(evidence);
        if (sum.known() <= most) {
            return sum.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        long instances = Math.max(1, sum.known() / Math.max(1, limit.get()));
        long fresh = Math.max(1, (long) Math.floor(0.9 * most / instances));
        return evidence.at(limit.origin().orElse(subject.origin()))
                .change(limit, String.valueOf(fresh))
                .reachability(Load.filling(most, stack))
                .finding(
                        "ProxySQL can open %s connections to '%s' (%s), and it accepts %s"
                                .formatted(Say.count(sum.known()), database.name(), sum.terms(), Say.count(most)),
                        "max_connections = %d on this server's line: 0.9 × %s / %s"
                                .formatted(fresh, Say.count(most), Say.count(instances, "instance")));
    }

    /** Every instance that reads the line, whichever service runs it. */
    private static List<Part> sameLine(Part subject, Stack stack) {
        return stack.all(Kind.POOLER_DATABASE, "proxysql")
                .filter(line -> line.origin().equals(subject.origin()))
                .toList();
    }
}
