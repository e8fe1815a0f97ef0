package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * What PostgreSQL may allocate must fit its memory.
 *
 * <p>Line: shared_buffers + max_connections × (work_mem + 5 MiB) ≤ memory limit. Source: postgresqltuner.pl, memory
 * estimate; PostgreSQL manual, 19.4 "Resource Consumption".
 */
public final class PgMaxConnectionsMemory implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pg-max-connections-memory",
            "max_connections too large for the memory limit",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.DB, Layer.ORCHESTRATOR),
            "postgresqltuner.pl, memory estimate; PostgreSQL manual 19.4");
    private static final long EACH = Bytes.mebi(5).count();

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE, "postgresql")
                .filter(database ->
                        written(database) || Memory.of(database, stack).isKnown());
    }

    private static boolean written(Part database) {
        return database.isDeclared("max_connections")
                || database.isDeclared("work_mem")
                || database.isDeclared("shared_buffers");
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        long most = evidence.use(database.role(Role.DB_MAX_CONNECTIONS), "max_connections");
        Bytes work = evidence.use(database.bytes("work_mem"), "work_mem");
        Bytes shared = evidence.use(database.bytes("shared_buffers"), "shared_buffers");
        Bytes limit = evidence.use(Memory.of(database, stack), "the memory of '" + database.name() + "'");
        double need = shared.count() + (double) most * (work.count() + EACH);
        if (need <= limit.count()) {
            return evidence.pass();
        }
        if (!written(database)) {
            evidence.severity(
                    Severity.LOW); // the defaults of the product in little memory: nobody chose to go that far
        }
        long fits = Math.max(1, (limit.count() - shared.count()) / (work.count() + EACH));
        return evidence.reachability(
                        "reached when all %s connections sort or hash at the same time".formatted(Say.count(most)))
                .finding(
                        "'%s' can need %s (shared_buffers %s + %s connections × (work_mem %s + 5 MiB)), and its limit is %s"
                                .formatted(
                                        database.name(), new Bytes((long) need), shared, Say.count(most), work, limit),
                        fits < 1 || shared.count() >= limit.count()
                                ? "a smaller shared_buffers, or more memory"
                                : "max_connections = %s: (%s − %s) / (%s + 5 MiB); or more memory"
                                        .formatted(Say.count(fits), limit, shared, work));
    }
}
