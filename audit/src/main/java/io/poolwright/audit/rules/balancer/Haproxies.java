package io.poolwright.audit.rules.balancer;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules about HAProxy ask of its parts. */
final class Haproxies {
    static final String HAPROXY = "haproxy";

    private Haproxies() {}

    static boolean isMode(Part part, String mode) {
        Setting<String> setting = part.role(Role.MODE);
        return setting.isKnown() && setting.get().equals(mode);
    }

    static boolean isStatisticsOnly(Part frontend) {
        Setting<Boolean> only = frontend.flag("statistics only");
        return only.isKnown() && only.get();
    }

    /** The frontends that send to a backend by name. */
    static Stream<Part> frontendsOf(Part backend, Stack stack) {
        return stack.all(Kind.FRONTEND, HAPROXY)
                .filter(frontend -> frontend.parent().equals(backend.parent()))
                .filter(frontend -> sendsTo(frontend, backend.name()));
    }

    /** The backends that a frontend sends to by name. */
    static Stream<Part> backendsOf(Part frontend, Stack stack) {
        Set<String> names = backendNames(frontend);
        return stack.all(Kind.BACKEND, HAPROXY)
                .filter(backend -> backend.parent().equals(frontend.parent()) && names.contains(backend.name()));
    }

    private static boolean sendsTo(Part frontend, String backend) {
        Setting<String> names = frontend.text("backends");
        return names.isKnown() && (' ' + names.get() + ' ').contains(' ' + backend + ' ');
    }

    private static Set<String> backendNames(Part frontend) {
        Setting<String> names = frontend.text("backends");
        return names.isKnown() ? new HashSet<>(List.of(names.get().split(" ", -1))) : Set.of();
    }

    static List<Part> servers(Part backend, Stack stack) {
        return stack.children(backend, Kind.SERVER);
    }

    /** Whether a server certainly has a limit. */
    static boolean isLimited(Part server) {
        Setting<Long> limit = server.role(Role.PER_SERVER);
        return limit.isKnown() && limit.get() != Bound.UNLIMITED;
    }

    /** A time as HAProxy wants it written. */
    static String written(Duration time) {
        long millis = Math.max(1, time.toMillis());
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
