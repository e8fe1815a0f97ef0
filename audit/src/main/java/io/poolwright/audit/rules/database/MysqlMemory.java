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
 * What MySQL may allocate must fit its memory.
 *
 * <p>Line: buffers of the server + max_connections × buffers of a session ≤ 0.85 × memory limit. Source: MySQLTuner-perl,
 * memory estimate, without max_allowed_packet, which a session only allocates for a packet of that size.
 */
public final class MysqlMemory implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-memory",
            "max_connections x per-thread buffers above memory",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.DB),
            "MySQLTuner-perl, memory estimate; MySQL manual 8.12.3.1");
    private static final double SHARE = 0.85;
    private static final List<String> SERVER =
            List.of("innodb_buffer_pool_size", "key_buffer_size", "innodb_log_buffer_size");
    private static final List<String> SESSION =
            List.of("sort_buffer_size", "read_buffer_size", "read_rnd_buffer_size", "join_buffer_size", "thread_stack");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /** Servers of which somebody chose a size, and whose memory has a limit somewhere. */
    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database ->
                        database.product().equals("mysql") || database.product().equals("mariadb"))
                .filter(database -> Stream.of(SERVER, SESSION, List.of("max_connections"))
                        .flatMap(List::stream)
                        .anyMatch(database::isDeclared));
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        long most = evidence.use(database.role(Role.DB_MAX_CONNECTIONS), "max_connections");
        double server = sum(SERVER, database, evidence);
        double session = sum(SESSION, database, evidence);
        Bytes limit = evidence.use(Memory.of(database, stack), "the memory of '" + database.name() + "'");
        double need = server + most * session;
        if (need <= SHARE * limit.count()) {
            return evidence.pass();
        }
        long fits = (long) Math.floor((SHARE * limit.count() - server) / session);
        return evidence.reachability(
                        "reached when all %s connections sort and join at the same time".formatted(Say.count(most)))
                .finding(
                        "'%s' can need %s (server %s + %s connections × %s), and 85 %% of its limit %s are %s"
                                .formatted(
                                        database.name(),
                                        new Bytes((long) need),
                                        new Bytes((long) server),
                                        Say.count(most),
                                        new Bytes((long) session),
                                        limit,
                                        new Bytes((long) (SHARE * limit.count()))),
                        fits < 1
                                ? "a smaller innodb_buffer_pool_size, or more memory"
                                : "max_connections = %s: (0.85 × %s − %s) / %s; or smaller session buffers"
                                        .formatted(Say.count(fits), limit, new Bytes((long) server), new Bytes((long)
                                                session)));
    }

    private static double sum(List<String> names, Part database, Evidence evidence) {
        double sum = 0;
        for (String name : names) {
            sum += evidence.use(database.bytes(name), name).count();
        }
        return sum;
    }
}
