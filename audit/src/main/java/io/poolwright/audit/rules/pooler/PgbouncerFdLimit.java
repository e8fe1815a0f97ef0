package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every client and every server connection of PgBouncer is an open file.
 *
 * <p>Line: nofile ≥ max_client_conn + sum of the server pools + 64. Source: PgBouncer documentation, max_client_conn; the 64 are for
 * its own files.
 */
public final class PgbouncerFdLimit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-fd-limit",
            "File descriptors below PgBouncer need",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.OS),
            "PgBouncer documentation, max_client_conn");

    private static final long OWN = 64;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer")
                .filter(pooler -> pooler.isDeclared("max_client_conn")
                        && stack.service(pooler).isPresent());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part service = stack.service(subject).orElseThrow();
        long clients = evidence.use(subject.role(Role.CLIENT_LIMIT), "max_client_conn");
        long servers = 0;
        for (Part part : stack.children(subject, Kind.POOLER_DATABASE)) {
            servers += evidence.use(PoolerEntry.of(part, stack).size(), "the server pools of '" + part.name() + "'");
        }
        long files = evidence.use(
                service.role(Role.OPEN_FILES),
                "the open files that '" + service.name() + "' may have (ulimits.nofile)");
        long need = clients + servers + OWN;
        if (files >= need) {
            return evidence.pass();
        }
        return evidence.at(service.role(Role.OPEN_FILES))
                .finding(
                        "PgBouncer '%s' needs %s open files (%s clients + %s servers + %s of its own), and may have %s"
                                .formatted(
                                        subject.name(),
                                        Say.count(need),
                                        Say.count(clients),
                                        Say.count(servers),
                                        Say.count(OWN),
                                        Say.count(files)),
                        "nofile of at least %s".formatted(Say.count(need)));
    }
}
