package io.poolwright.audit.rules.appserver;

import io.poolwright.audit.Evidence;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;

/** The pools, servers and proxies around one application. */
final class Programs {
    private Programs() {}

    /** The pools that the threads of a program wait for; reactive ones hold up no thread. */
    static List<Part> pools(Part part, Stack stack) {
        return stack.family(part).stream()
                .filter(member -> member.kind() == Kind.POOL)
                .filter(pool -> !pool.product().startsWith("r2dbc"))
                .toList();
    }

    /** The web server inside the program. */
    static Optional<Part> server(Part part, Stack stack) {
        return stack.family(part).stream()
                .filter(member -> member.kind() == Kind.APP_SERVER)
                .findFirst();
    }

    /** The application that a part belongs to. */
    static Optional<Part> application(Part part, Stack stack) {
        return stack.family(part).stream()
                .filter(member -> member.kind() == Kind.APPLICATION)
                .findFirst();
    }

    /** The connections of all pools together; an unknown one ends the judgement. */
    static long connections(List<Part> pools, Evidence evidence) {
        long all = 0;
        for (Part pool : pools) {
            long most = evidence.use(pool.role(Role.POOL_MAX), "connections of pool '%s'".formatted(pool.name()));
            all = most == Bound.UNLIMITED || all == Bound.UNLIMITED ? Bound.UNLIMITED : all + most;
        }
        return all;
    }

    /** The proxies' servers, routes or backends that call a part itself. */
    static List<Part> callers(Part part, Stack stack) {
        return stack.callers(part).stream()
                .filter(caller ->
                        caller.kind() == Kind.SERVER || caller.kind() == Kind.ROUTE || caller.kind() == Kind.BACKEND)
                .toList();
    }
}
