package io.poolwright.audit.rules.web;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the parts that belong together in one web server: its process, its upstreams and the places that use them. */
public final class WebParts {
    private static final List<String> PASSES =
            List.of("proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass");

    private WebParts() {}

    /** The process that a part belongs to. */
    public static Optional<Part> process(Part part, Stack stack) {
        return part.kind() == Kind.PROXY
                ? Optional.of(part)
                : stack.parent(part).flatMap(parent -> process(parent, stack));
    }

    /** The name of the directive by which a route passes requests on, such as {@code proxy_pass}. */
    public static Optional<String> pass(Part route) {
        return PASSES.stream()
                .filter(name -> route.settings().find(name).isPresent())
                .findFirst();
    }

    /** The upstream that a route names, in the same nginx. */
    public static Optional<Part> upstream(Part route, Stack stack) {
        Optional<String> target = pass(route)
                .map(route::text)
                .filter(Setting::isKnown)
                .map(Setting::get)
                .map(text -> text.replaceFirst("^\\w+://", "").replaceFirst("[/:?$].*$", ""));
        return target.flatMap(
                name -> process(route, stack).flatMap(proxy -> stack.children(proxy, Kind.BACKEND).stream()
                        .filter(backend -> backend.name().equals(name))
                        .findFirst()));
    }

    /** The routes that name an upstream. */
    public static List<Part> routesTo(Part backend, Stack stack) {
        return stack.all(Kind.ROUTE, backend.product())
                .filter(route -> upstream(route, stack).filter(backend::equals).isPresent())
                .toList();
    }

    /** The parts that a backend's servers or a route call. */
    public static Set<Part> called(Part backend, Stack stack) {
        Set<Part> called = new LinkedHashSet<>(stack.callees(backend));
        stack.children(backend, Kind.SERVER).forEach(server -> called.addAll(stack.callees(server)));
        return called;
    }

    /** The parts among those and their families that play a role. */
    public static List<Part> playing(Role<?> role, Set<Part> called, Stack stack) {
        Set<Part> players = new LinkedHashSet<>();
        for (Part part : called) {
            if (part.has(role)) {
                players.add(part);
            } else if (part.kind() == Kind.APPLICATION) {
                Stream.of(Kind.APP_SERVER)
                        .flatMap(kind -> stack.children(part, kind).stream())
                        .filter(child -> child.has(role))
                        .forEach(players::add);
            }
        }
        return new ArrayList<>(players);
    }

    /** How many copies of a part run at least: what its service says, else one. */
    public static long copies(Part part, Stack stack) {
        return stack.service(part)
                .map(service -> service.role(Role.REPLICAS))
                .filter(Setting::isKnown)
                .map(Setting::get)
                .orElse(1L);
    }
}
