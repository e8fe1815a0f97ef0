package io.poolwright.audit.capacity;

import io.poolwright.audit.Evidence;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.util.Optional;

/**
 * The connections that a database accepts.
 *
 * @param all max_connections
 * @param reserved of those, kept for administrators
 */
public record Slots(Setting<Long> all, Setting<Long> reserved) {

    /** The slots of a database server. */
    public static Slots of(Part database) {
        return new Slots(database.role(Role.DB_MAX_CONNECTIONS), database.role(Role.DB_RESERVED));
    }

    /** All of them, whoever may use them. */
    public long all(Evidence evidence) {
        return evidence.use(all, "max_connections of the database");
    }

    /** Those that an application may use that is no superuser; the superuser may use all. */
    public long usable(Evidence evidence, Optional<Boolean> superuser) {
        long most = all(evidence);
        if (superuser.orElse(false)) {
            return most;
        }
        long kept = reserved.isKnown() ? reserved.get() : 0;
        if (reserved.isDeclared() && reserved.isKnown()) {
            evidence.use(reserved, "the slots kept for administrators");
        }
        return Math.max(0, most - kept);
    }
}
