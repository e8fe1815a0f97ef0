package io.poolwright.audit.rules.php;

import io.poolwright.audit.rules.web.WebParts;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what belongs to a pool of PHP-FPM: the places that pass requests to it, its WordPress and its database. */
final class PhpParts {
    private PhpParts() {}

    /** The routes that pass requests to a pool. Where nothing links the only pool and the only web server, they belong together. */
    static List<Part> routesTo(Part pool, Stack stack) {
        Set<Part> routes = new LinkedHashSet<>();
        for (Part caller : stack.callers(pool)) {
            if (caller.kind() == Kind.ROUTE) {
                routes.add(caller);
            } else if (caller.kind() == Kind.SERVER) {
                stack.parent(caller).ifPresent(backend -> routes.addAll(WebParts.routesTo(backend, stack)));
            }
        }
        if (routes.isEmpty()
                && stack.all(Kind.FPM_POOL).count() == 1
                && stack.service(pool).isEmpty()) {
            List<Part> all =
                    stack.all(Kind.ROUTE, "nginx").filter(PhpParts::isFastCgi).toList();
            long servers = all.stream()
                    .map(route -> WebParts.process(route, stack))
                    .distinct()
                    .count();
            if (servers == 1
                    && all.stream().allMatch(route -> stack.service(route).isEmpty())) {
                routes.addAll(all);
            }
        }
        return List.copyOf(routes);
    }

    private static boolean isFastCgi(Part route) {
        return route.settings().find("fastcgi_pass").isPresent();
    }

    /** How long a route waits for PHP. */
    static Setting<Duration> wait(Part route) {
        return route.role(Role.RESPONSE_TIMEOUT);
    }

    /** The pool in which a WordPress runs: of the same service; without services, the only one. */
    static Optional<Part> poolOf(Part site, Stack stack) {
        Optional<Part> service = stack.service(site);
        if (service.isPresent()) {
            return stack.all(Kind.FPM_POOL)
                    .filter(pool -> stack.service(pool).equals(service))
                    .findFirst();
        }
        List<Part> pools = stack.all(Kind.FPM_POOL)
                .filter(pool -> stack.service(pool).isEmpty())
                .toList();
        long sites = stack.all(Kind.WORDPRESS)
                .filter(other -> other.settings().find("DB_HOST").isPresent())
                .count();
        return pools.size() == 1 && sites == 1 ? Optional.of(pools.get(0)) : Optional.empty();
    }

    /** The WordPress that runs in a pool. */
    static Stream<Part> sitesOf(Part pool, Stack stack) {
        return stack.all(Kind.WORDPRESS)
                .filter(site -> site.settings().find("DB_HOST").isPresent())
                .filter(site -> poolOf(site, stack).filter(pool::equals).isPresent());
    }

    /** The databases that a pool, or its WordPress, calls. */
    static Set<Part> databasesOf(Part pool, Stack stack) {
        Set<Part> databases = new LinkedHashSet<>();
        Stream.concat(Stream.of(pool), sitesOf(pool, stack))
                .flatMap(caller -> stack.callees(caller).stream())
                .filter(part -> part.kind() == Kind.DATABASE)
                .forEach(databases::add);
        return databases;
    }

    /** Whether it is known that a pool, or its WordPress, calls some database. */
    static boolean callsDatabase(Part pool, Stack stack) {
        return Stream.concat(Stream.of(pool), sitesOf(pool, stack))
                .anyMatch(caller -> !caller.calls().isEmpty());
    }
}
