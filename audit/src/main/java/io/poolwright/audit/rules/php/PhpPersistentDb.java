package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.rules.web.WebParts;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A persistent connection stays with its worker, busy or not.
 *
 * <p>Line: with {@code p:} before DB_HOST, workers × copies ≤ 0.8 × max_connections. Source: PHP manual, mysqli persistent
 * connections.
 */
public final class PhpPersistentDb implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "php-persistent-db",
            "Persistent database connections of many PHP workers",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.PHP, Layer.DB),
            "WordPress wpdb and PHP mysqli: a host that begins with p: is persistent");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.WORDPRESS)
                .filter(site -> site.settings().find("DB_HOST").isPresent())
                .filter(site -> site.text("DB_HOST").isKnown()
                        && site.text("DB_HOST").get().startsWith("p:"));
    }

    @Override
    public Verdict judge(Part site, Stack stack, Evidence evidence) {
        evidence.use(site.text("DB_HOST"), "the persistent connection");
        Optional<Part> pool = PhpParts.poolOf(site, stack);
        if (pool.isEmpty()) {
            return evidence.cannotTell("pm.max_children of the PHP-FPM pool that runs " + site.name());
        }
        Optional<Part> database = stack.callees(site).stream()
                .filter(part -> part.kind() == Kind.DATABASE)
                .findFirst();
        if (database.isEmpty()) {
            return evidence.cannotTell(
                    "max_connections of the database that %s calls; it is not in the files".formatted(site));
        }
        long workers = evidence.use(pool.get().count("pm.max_children"), "workers");
        long most = evidence.use(database.get().role(Role.DB_MAX_CONNECTIONS), "connections that the database accepts");
        long copies = WebParts.copies(pool.get(), stack);
        if (workers * copies * 10 <= most * 8) {
            return evidence.pass();
        }
        return evidence.at(site.text("DB_HOST"))
                .finding(
                        "each of %d PHP workers keeps a connection of its own (DB_HOST begins with p:), and %s accepts %d: more than 0.8 of them can be taken by idle workers"
                                .formatted(workers * copies, database.get(), most),
                        "DB_HOST without p:, or a pooler in front of the database");
    }
}
