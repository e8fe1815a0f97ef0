package io.poolwright.audit.rules.driver;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;

/** Whether a program limits its queries by itself: in transactions, in its ORM, or in its code. */
final class Limits {
    private static final List<String> TIMES =
            List.of("jakarta.persistence.query.timeout", "spring.jdbc.template.query-timeout");
    private static final List<String> REMARKS = List.of("query limit in code", "other query limit");

    private Limits() {}

    static boolean inProgram(Part pool, Stack stack) {
        return stack.family(pool).stream().anyMatch(Limits::limited);
    }

    private static boolean limited(Part part) {
        return ends(part.role(Role.REQUEST_TIMEOUT))
                || TIMES.stream().anyMatch(name -> ends(part.duration(name)))
                || REMARKS.stream().anyMatch(name -> part.isDeclared(name));
    }

    /** An unresolved limit is a limit too: somebody wrote one. */
    private static boolean ends(Setting<Duration> time) {
        return time.isKnown() ? !Bound.isForever(time.get()) : time.isDeclared();
    }
}
