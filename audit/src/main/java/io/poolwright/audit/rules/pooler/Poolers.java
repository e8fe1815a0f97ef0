package io.poolwright.audit.rules.pooler;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;

/** Who stands where around a pooler. */
final class Poolers {
    private Poolers() {}

    /** The server that an entry leads to, where it is in the stack. */
    static Optional<Part> database(Part entry, Stack stack) {
        return stack.callees(entry).stream()
                .filter(part -> part.kind() == Kind.DATABASE)
                .findFirst();
    }

    /** The servers that a pooler leads to. */
    static List<Part> databases(Part pooler, Stack stack) {
        return stack.children(pooler, Kind.POOLER_DATABASE).stream()
                .flatMap(entry -> database(entry, stack).stream())
                .distinct()
                .toList();
    }

    /** The entries of all poolers that lead to a server. */
    static List<Part> entries(Part database, Stack stack) {
        return stack.callers(database).stream()
                .filter(part -> part.kind() == Kind.POOLER_DATABASE)
                .toList();
    }

    /** The pooler that a pool calls. */
    static Optional<Part> pooler(Part pool, Stack stack) {
        return stack.callees(pool).stream()
                .filter(part -> part.kind() == Kind.POOLER)
                .findFirst();
    }
}
