package io.poolwright.audit.rules.balancer;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands behind a server of a proxy, one step inward: the program that answers there, with its threads and pools. */
final class Behind {
    private Behind() {}

    /** All parts of the programs that a part calls. */
    static List<Part> programs(Part caller, Stack stack) {
        return stack.callees(caller).stream()
                .flatMap(callee -> stack.family(callee).stream())
                .distinct()
                .toList();
    }

    /** The same for all servers of a backend, and for a route that calls directly. */
    static List<Part> programsBehind(Part backend, Stack stack) {
        return Stream.concat(Stream.of(backend), stack.children(backend, Kind.SERVER).stream())
                .flatMap(caller -> programs(caller, stack).stream())
                .distinct()
                .toList();
    }

    /** The server inside the program, the first with threads of its own. */
    static Optional<Part> appServer(List<Part> programs) {
        return programs.stream()
                .filter(part -> part.kind() == Kind.APP_SERVER && part.has(Role.WORKERS))
                .findFirst();
    }

    /** The database pools of the program. */
    static List<Part> pools(List<Part> programs) {
        return programs.stream()
                .filter(part -> part.kind() == Kind.POOL && part.has(Role.POOL_MAX))
                .toList();
    }

    /** The server whose idle connections end first, among those that say when. */
    static Optional<Part> shortestKeepAlive(List<Part> programs) {
        return programs.stream()
                .filter(part -> part.has(Role.SERVER_KEEP_ALIVE)
                        && part.role(Role.SERVER_KEEP_ALIVE).isKnown())
                .min(Comparator.comparing(
                        part -> part.role(Role.SERVER_KEEP_ALIVE).get()));
    }

    /** The limit on a query of a pool: the tighter of its driver's two limits, if one is known. */
    static Optional<Setting<Duration>> queryLimit(Part pool, Stack stack) {
        return stack.family(pool).stream()
                .filter(part -> part.parent().filter(pool.id()::equals).isPresent() || part.equals(pool))
                .flatMap(part -> Stream.of(part.role(Role.STATEMENT_TIMEOUT), part.role(Role.SOCKET_TIMEOUT)))
                .filter(limit -> limit.isKnown() && !Bound.isForever(limit.get()))
                .min(Comparator.comparing(Setting::get));
    }
}
