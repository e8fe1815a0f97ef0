package io.poolwright.audit.rules.database;

import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.Optional;

/** The memory of a database server: its unit's limit, or what {@code poolwright.yaml} says. */
final class Memory {
    private Memory() {}

    static Setting<Bytes> of(Part database, Stack stack) {
        String key = "databases." + database.name() + ".memory";
        if (stack.declared().find(key).isPresent()) {
            return stack.declared().bytes(key);
        }
        Optional<Setting<Bytes>> limit = stack.service(database).map(service -> service.role(Role.MEMORY_LIMIT));
        return limit.filter(Setting::isKnown)
                .orElseGet(() -> Setting.unknown(
                        "memory", "the memory of '%s' (%s in poolwright.yaml)".formatted(database.name(), key)));
    }
}
