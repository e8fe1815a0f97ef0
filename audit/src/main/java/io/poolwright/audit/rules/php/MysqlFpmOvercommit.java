package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.rules.web.WebParts;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each PHP worker can hold a database connection.
 *
 * <p>Line: sum of pm.max_children × copies ≤ max_connections (151). Source: WordPress, {@code wpdb}; PHP-FPM's {@code
 * www.conf}.
 */
public final class MysqlFpmOvercommit implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-fpm-overcommit",
            "PHP workers exceed the connections of the database",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.PHP, Layer.DB),
            "WordPress wpdb: one connection for each request; PHP-FPM, www.conf: pm.max_children; MySQL max_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        List<Verdict> verdicts = new ArrayList<>();
        Map<Part, List<Part>> pools = new LinkedHashMap<>();
        callers(stack).forEach(pool -> {
            Set<Part> databases = PhpParts.databasesOf(pool, stack);
            if (databases.isEmpty()) {
                verdicts.add(new Verdict.CannotTell(
                        SPEC.id(),
                        pool.id(),
                        "max_connections of the database that %s calls; it is not in the files".formatted(pool)));
            }
            databases.forEach(database ->
                    pools.computeIfAbsent(database, key -> new ArrayList<>()).add(pool));
        });
        pools.forEach((database, callers) -> verdicts.add(judge(database, callers, stack)));
        return verdicts;
    }

    /** The pools that call a database; of variants of one pool, of which a service runs only one, the smallest. */
    private static Stream<Part> callers(Stack stack) {
        return Once.each(
                stack.all(Kind.FPM_POOL)
                        .filter(pool -> PhpParts.callsDatabase(pool, stack))
                        .sorted(Comparator.comparing(MysqlFpmOvercommit::children)),
                pool -> stack.service(pool).map(Part::id).orElse(pool.id()) + "\n" + pool.name());
    }

    private static long children(Part pool) {
        Setting<Long> children = pool.count("pm.max_children");
        return children.isKnown() ? children.get() : 0;
    }

    private static Verdict judge(Part database, List<Part> pools, Stack stack) {
        Evidence evidence = Evidence.of(SPEC, database);
        Setting<Long> accepted = database.role(Role.DB_MAX_CONNECTIONS);
        long demand = 0;
        long copies = 0;
        List<String> terms = new ArrayList<>();
        Optional<String> missing =
                accepted.isKnown() ? Optional.empty() : Optional.of("max_connections of %s".formatted(database));
        for (Part pool : pools) {
            Setting<Long> children = pool.count("pm.max_children");
            long runs = WebParts.copies(pool, stack);
            copies += runs;
            if (children.isKnown()) {
                demand += evidence.use(children, "workers of " + pool) * runs;
                terms.add(runs == 1 ? Say.count(children.get()) : "%d × %d".formatted(children.get(), runs));
            } else {
                missing = Optional.of("pm.max_children of " + pool);
            }
        }
        if (accepted.isKnown() && demand > evidence.use(accepted, "connections that the database accepts")) {
            long most = accepted.get();
            long fitting = Math.max(1, most * 9 / 10 / Math.max(1, copies));
            pools.stream()
                    .map(pool -> pool.count("pm.max_children"))
                    .filter(Setting::isDeclared)
                    .distinct()
                    .forEach(children -> evidence.change(children, Long.toString(fitting)));
            return evidence.reachability(
                            "%s requests in the database at the same time get there".formatted(Say.count(most + 1)))
                    .finding(
                            "PHP workers can open %s connections (%s), and %s accepts %s"
                                    .formatted(Say.count(demand), String.join(" + ", terms), database, Say.count(most)),
                            "pm.max_children = %d: 0.9 × %d / %s".formatted(fitting, most, Say.count(copies, "pool")));
        }
        return missing.map(evidence::cannotTell).orElseGet(evidence::pass);
    }
}
