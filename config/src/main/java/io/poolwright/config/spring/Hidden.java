package io.poolwright.config.spring;

import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.util.List;

/** A part of which only what is written is certain, because something that we do not read may set the rest. */
final class Hidden {
    private static final List<Role<?>> ROLES = List.of(
            Role.POOL_MAX,
            Role.POOL_MIN_IDLE,
            Role.ACQUIRE_TIMEOUT,
            Role.MAX_LIFETIME,
            Role.POOL_IDLE_TIMEOUT,
            Role.KEEPALIVE,
            Role.VALIDATION_TIMEOUT,
            Role.USER,
            Role.CONNECT_TIMEOUT,
            Role.SOCKET_TIMEOUT,
            Role.STATEMENT_TIMEOUT,
            Role.TCP_KEEPALIVE);

    private Hidden() {}

    /** The same part with every default turned into an unknown. */
    static Part unlessWritten(Part part, String by) {
        Part.Builder copy = Part.of(part.kind(), part.product(), part.id(), part.name(), part.origin())
                .version(part.version())
                .service(part.service());
        part.parent().ifPresent(copy::parent);
        part.listens().forEach(copy::listens);
        part.calls().forEach(copy::calls);
        part.settings().all().forEach(setting -> {
            copy.with(hidden(setting, part, by));
        });
        ROLES.forEach(role -> role(role, part, copy, by));
        return copy.build();
    }

    private static <T> void role(Role<T> role, Part part, Part.Builder copy, String by) {
        if (part.has(role)) {
            copy.role(role, hidden(part.role(role), part, by));
        }
    }

    private static <T> Setting<T> hidden(Setting<T> setting, Part part, String by) {
        return setting.isKnown() && !setting.isDeclared()
                ? Setting.unknown(setting.name(), "%s of %s, which %s may set".formatted(setting.name(), part, by))
                : setting;
    }
}
