package io.poolwright.audit.capacity;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Say;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.Optional;

/**
 * The connections that one pool, or one entry of a pooler, may open to a database.
 *
 * @param caller the pool or the entry
 * @param size of the pool in one copy
 * @param copies of the program that holds it
 * @param user that logs in, where that is known
 */
public record Claim(Part caller, Setting<Long> size, Copies copies, Optional<String> user) {

    static Claim of(Part caller, Stack stack) {
        Setting<String> user = caller.role(Role.USER);
        Optional<String> name = user.isKnown() ? Optional.of(user.get()) : Optional.empty();
        return new Claim(caller, size(caller, stack), Copies.of(caller, stack), name);
    }

    /** A service whose pool only its address tells, or {@code poolwright.yaml}. */
    static Optional<Claim> of(DatabaseUrls.Client client, Stack stack) {
        Setting<Long> declared = declaredPool(client.service().name(), stack);
        Setting<Long> size = declared.isKnown() ? declared : client.size().orElse(declared);
        return size.isKnown()
                ? Optional.of(new Claim(client.service(), size, Copies.of(client.service(), stack), client.user()))
                : Optional.empty();
    }

    private static Setting<Long> size(Part caller, Stack stack) {
        if (caller.kind() == Kind.POOLER_DATABASE) {
            return caller.product().equals("pgbouncer")
                    ? PoolerEntry.of(caller, stack).size()
                    : caller.role(Role.SERVER_POOL);
        }
        Setting<Long> size = caller.role(Role.POOL_MAX);
        if (size.isKnown()) {
            return size;
        }
        Setting<Long> declared =
                declaredPool(stack.service(caller).map(Part::name).orElse(caller.name()), stack);
        return declared.isKnown() ? declared : size;
    }

    private static Setting<Long> declaredPool(String name, Stack stack) {
        return stack.declared().count("stack." + name + ".pool");
    }

    /** Whether it goes through a pooler. */
    public boolean isPooled() {
        return caller.kind() == Kind.POOLER_DATABASE;
    }

    /** What it comes to at a moment, as far as that is known. */
    Sum at(Moment moment, Evidence evidence) {
        if (!size.isKnown()) {
            return new Sum(0, Optional.of(size.source().replaceFirst("^unknown: ", "")), "?");
        }
        long one =
                evidence.use(size, (isPooled() ? "the server pool of " : "the size of ") + "'" + caller.name() + "'");
        long many = copies.at(moment, evidence);
        long all = Sum.times(one, many);
        return new Sum(all, copies.missing(), many == 1 ? Say.count(one) : Say.count(many) + " × " + Say.count(one));
    }
}
