package io.poolwright.audit.rules.driver;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The database behind a pool, found by following its calls through proxies and poolers. */
public final class Databases {
    private Databases() {}

    /** The first database server that the calls of a pool or a driver's pool reach. */
    public static Optional<Part> behind(Part part, Stack stack) {
        Deque<Part> next = new ArrayDeque<>();
        next.add(part.kind() == Kind.DRIVER ? stack.parent(part).orElse(part) : part);
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            Part here = next.removeFirst();
            if (here.kind() == Kind.DATABASE) {
                return Optional.of(here);
            }
            if (seen.add(here.id())) {
                next.addAll(stack.callees(here));
                if (here.kind() != Kind.POOL) {
                    // What a proxy or pooler takes in, some part of the same process passes on.
                    stack.family(here).stream()
                            .filter(member -> !seen.contains(member.id()))
                            .forEach(next::add);
                }
            }
        }
        return Optional.empty();
    }

    /** The limit on a statement that is in force for a pool or a driver: what the session asks for, else the server's own. */
    public static Optional<Setting<Duration>> statementTimeout(Part part, Stack stack) {
        Optional<Part> driver = part.kind() == Kind.DRIVER
                ? Optional.of(part)
                : stack.children(part, Kind.DRIVER).stream().findFirst();
        Optional<Setting<Duration>> session = driver.filter(one -> one.has(Role.STATEMENT_TIMEOUT))
                .map(one -> one.role(Role.STATEMENT_TIMEOUT))
                .filter(limit -> limit.isDeclared() || !limit.isKnown());
        return session.or(() -> behind(part, stack)
                .filter(database -> database.has(Role.STATEMENT_TIMEOUT))
                .map(database -> database.role(Role.STATEMENT_TIMEOUT)));
    }
}
