package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.DatabaseUrls;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a pooler stands in front of a database, an application's pool should go through it.
 *
 * <p>Line: no pool calls a database server directly that a pooler calls too; both budgets would add up.
 */
public final class PoolerBypassed implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pooler-bypassed",
            "App URL goes straight to the DB although a pooler is deployed",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.APP, Layer.POOLER, Layer.DB),
            "topology");

    private static String message(String who, Part database, Part entry, Stack stack) {
        return "%s calls '%s' directly, although pooler '%s' stands in front of it: the connections of both add up"
                .formatted(
                        who, database.name(), stack.parent(entry).orElse(entry).name());
    }

    private static String cure(Part entry, Stack stack) {
        return "the address of pooler '%s' in its place, or no pooler"
                .formatted(stack.parent(entry).orElse(entry).name());
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !Poolers.entries(database, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part entry = Poolers.entries(subject, stack).get(0);
        for (Part pool : stack.callers(subject).stream()
                .filter(part -> part.kind() == Kind.POOL)
                .toList()) {
            if (Poolers.pooler(pool, stack).isEmpty()) {
                Setting<String> url = pool.text("url");
                return evidence.at(url.origin().orElse(pool.origin()))
                        .related(entry.origin(), "the pooler's way to '" + subject.name() + "'")
                        .finding(message("pool '" + pool.name() + "'", subject, entry, stack), cure(entry, stack));
            }
        }
        for (DatabaseUrls.Client client : DatabaseUrls.clients(subject, stack)) {
            boolean also = stack.parent(entry).stream()
                    .flatMap(pooler -> DatabaseUrls.clients(pooler, stack).stream())
                    .anyMatch(other -> other.service().equals(client.service()));
            if (!also && client.url().origin().isPresent()) {
                return evidence.at(client.url())
                        .related(entry.origin(), "the pooler's way to '" + subject.name() + "'")
                        .finding(
                                message("service '" + client.service().name() + "'", subject, entry, stack),
                                cure(entry, stack));
            }
        }
        return evidence.pass();
    }
}
