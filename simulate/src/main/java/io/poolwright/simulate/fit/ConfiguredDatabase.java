package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import io.poolwright.simulate.Parameter;
import java.util.Optional;

/** What the files say about the database behind a program, and about others on it. */
final class ConfiguredDatabase {
    private ConfiguredDatabase() {}

    static void into(Stack stack, Program program, Facts facts) {
        Optional<Part> database = program.database(stack);
        if (database.isEmpty()) {
            facts.assume(
                    Parameter.DB_CONNECTIONS,
                    Double.POSITIVE_INFINITY,
                    "no database in the files is known to be behind it");
            facts.open(
                    Parameter.DB_CONNECTIONS.id(),
                    "no database in the files is known to be behind it",
                    "its configuration, or databases.<name>.max_connections in poolwright.yaml",
                    false);
            cores(Optional.empty(), stack, facts);
            return;
        }
        slots(database.get(), facts);
        cores(database, stack, facts);
        others(stack, program, database.get(), facts);
        program.pooler(stack)
                .ifPresent(pooler -> facts.open(
                        "the pooler",
                        "%s stands between the pools and the database, and the model has none".formatted(pooler),
                        "take its server pool as the size of the pools that share it",
                        false));
    }

    private static void slots(Part database, Facts facts) {
        Setting<Long> most = database.role(Role.DB_MAX_CONNECTIONS);
        if (!most.isKnown()) {
            facts.count(Parameter.DB_CONNECTIONS, most);
            return;
        }
        Setting<Long> reserved = database.role(Role.DB_RESERVED);
        long kept = reserved.isKnown() ? reserved.get() : 0;
        facts.set(Parameter.DB_CONNECTIONS, Math.max(1, Facts.amount(most.get()) - kept), Known.of(most));
        if (!reserved.isKnown()) {
            facts.open("connections reserved by the database", "no file says it", Configured.missing(reserved), false);
        }
    }

    private static void cores(Optional<Part> database, Stack stack, Facts facts) {
        Optional<Setting<?>> written = database.flatMap(part ->
                part.has(Role.DB_CORES) ? Optional.<Setting<?>>of(part.role(Role.DB_CORES)) : declared(part, stack));
        Optional<Setting<Double>> share = database.flatMap(stack::service).map(service -> service.role(Role.CPU_LIMIT));
        if (written.isPresent() && written.get().isKnown() && written.get().get() instanceof Long cores) {
            facts.set(Parameter.DB_CORES, cores, Known.of(written.get()));
        } else if (share.isPresent() && share.get().isKnown()) {
            facts.set(Parameter.DB_CORES, share.get().get(), Known.of(share.get()));
        } else {
            facts.assume(Parameter.DB_CORES, Double.POSITIVE_INFINITY, "nobody said; then it is never the limit");
            facts.open(
                    Parameter.DB_CORES.id(),
                    "no file says how many processors the database has",
                    "write databases.%s.cores in poolwright.yaml"
                            .formatted(database.map(Part::name).orElse("<name>")),
                    false);
        }
    }

    private static Optional<Setting<?>> declared(Part database, Stack stack) {
        return stack.declared().find("databases." + database.name() + ".cores").or(() -> stack.service(database)
                .flatMap(service -> stack.declared().find("databases." + service.name() + ".cores")));
    }

    /** Connections that the other programs keep open: pools of a fixed size keep all of theirs. */
    private static void others(Stack stack, Program program, Part database, Facts facts) {
        double taken = 0;
        StringBuilder who = new StringBuilder();
        for (Program other : Programs.in(stack)) {
            if (other.holders().equals(program.holders())
                    || !other.database(stack).equals(Optional.of(database))) {
                continue;
            }
            for (Part holder : other.holders()) {
                Setting<Long> kept = other.isPhp()
                        ? holder.role(Role.WORKERS)
                        : holder.role(Role.POOL_MIN_IDLE).isKnown()
                                ? holder.role(Role.POOL_MIN_IDLE)
                                : holder.role(Role.POOL_MAX);
                if (kept.isKnown() && kept.get() < 1_000_000) {
                    taken += kept.get() * copies(stack, holder);
                } else {
                    facts.open(
                            "connections of " + other.name(), "its pool is not known", Configured.missing(kept), false);
                }
            }
            who.append(who.isEmpty() ? "" : ", ").append(other.name());
        }
        if (!who.isEmpty()) {
            facts.assume(Parameter.DB_OTHERS, taken, "%s keep theirs open".formatted(who));
        }
    }

    private static double copies(Stack stack, Part holder) {
        return stack.service(holder)
                .map(service -> service.role(Role.REPLICAS))
                .filter(Setting::isKnown)
                .map(copies -> (double) Math.max(1, copies.get()))
                .orElse(1.0);
    }
}
