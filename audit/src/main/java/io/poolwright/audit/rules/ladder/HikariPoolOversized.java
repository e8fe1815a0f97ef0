package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All pools together must stay near what the processors of the database can run.
 *
 * <p>Line: sum of (pool × copies) ≤ 4 × (2 × cores + 1). The inner formula is the advice of HikariCP's README (with one disk);
 * four times it is a starting value for “far above”. Source: HikariCP, “About Pool Sizing”.
 */
public final class HikariPoolOversized implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-pool-oversized",
            "Pools far above what the database's processors can run",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "HikariCP wiki, About Pool Sizing");
    private static final int FAR = 4;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !pools(database, stack).isEmpty());
    }

    private static List<Part> pools(Part database, Stack stack) {
        return stack.callers(database).stream()
                .filter(caller -> caller.kind() == Kind.POOL && caller.has(Role.POOL_MAX))
                .toList();
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Optional<Setting<Double>> written = cores(database, stack);
        if (written.isEmpty()) {
            return evidence.cannotTell("the processor cores of '%s' (databases.%s.cores in poolwright.yaml)"
                    .formatted(database.name(), database.name()));
        }
        List<Part> known = new ArrayList<>();
        Optional<String> missing = Optional.empty();
        for (Part pool : pools(database, stack)) {
            Setting<Long> size = pool.role(Role.POOL_MAX);
            if (!size.isKnown()) {
                missing = Optional.of(size.source().replaceFirst("^unknown: ", ""));
            } else {
                known.add(pool);
            }
        }
        known.sort(Comparator.comparing((Part pool) -> pool.role(Role.POOL_MAX).get())
                .reversed());
        long sum = 0;
        List<String> terms = new ArrayList<>();
        for (Part pool : known) {
            long size = evidence.use(pool.role(Role.POOL_MAX), "the size of '" + pool.name() + "'");
            Optional<Setting<Long>> copies = copies(pool, stack);
            long many = copies.filter(one -> one.isDeclared() && one.isKnown())
                    .map(one -> evidence.use(one, "the copies of '" + pool.name() + "'"))
                    .orElse(1L);
            if (size == Bound.UNLIMITED) {
                return evidence.pass(); // a pool without a limit is another rule's matter
            }
            sum += size * many;
            terms.add(many == 1 ? Say.count(size) : Say.count(many) + " × " + Say.count(size));
            if (copies.filter(one -> !one.isKnown()).isPresent()) {
                missing = copies.map(one -> one.source().replaceFirst("^unknown: ", ""));
            }
        }
        double cores = evidence.use(written.get(), "the cores of the database");
        long advised = (long) Math.floor(2 * cores + 1);
        if (sum > FAR * (2 * cores + 1)) {
            return evidence.finding(
                    "pools may open %s connections (%s) to '%s', whose %s cores run about %s at a time"
                            .formatted(
                                    Say.count(sum),
                                    String.join(" + ", terms),
                                    database.name(),
                                    plain(cores),
                                    Say.count(advised)),
                    "about %s connections in all (2 × cores + 1), shared among the copies; four times that is the line"
                            .formatted(Say.count(advised)));
        }
        return missing.isPresent() ? evidence.cannotTell(missing.get()) : evidence.pass();
    }

    private static Optional<Setting<Long>> copies(Part pool, Stack stack) {
        return stack.service(pool)
                .map(service ->
                        service.has(Role.MAX_REPLICAS) ? service.role(Role.MAX_REPLICAS) : service.role(Role.REPLICAS));
    }

    private static Optional<Setting<Double>> cores(Part database, Stack stack) {
        Optional<Part> service = stack.service(database);
        List<String> names = new ArrayList<>(List.of(database.name()));
        service.ifPresent(one -> names.add(one.name()));
        for (String name : names) {
            Setting<Long> declared = stack.declared().count("databases." + name + ".cores");
            if (declared.isKnown()) {
                return Optional.of(declared.map(Long::doubleValue));
            }
        }
        if (database.has(Role.DB_CORES) && database.role(Role.DB_CORES).isKnown()) {
            return Optional.of(database.role(Role.DB_CORES).map(Long::doubleValue));
        }
        return service.map(one -> one.role(Role.CPU_LIMIT)).filter(Setting::isKnown);
    }

    private static String plain(double cores) {
        return cores == Math.rint(cores) ? String.valueOf((long) cores) : String.valueOf(cores);
    }
}
