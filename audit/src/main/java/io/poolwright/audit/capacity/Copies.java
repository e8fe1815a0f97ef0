package io.poolwright.audit.capacity;

import io.poolwright.audit.Evidence;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.Optional;

/**
 * How many copies of a program run.
 *
 * @param of the program's name
 * @param now as deployed
 * @param most that an autoscaler may run
 * @param surge what a rolling update may add to the most
 */
public record Copies(String of, Setting<Long> now, Setting<Long> most, Setting<Long> surge) {

    /** The copies of the program that a part belongs to, by its service, or by {@code poolwright.yaml}. */
    public static Copies of(Part part, Stack stack) {
        Optional<Part> service = stack.service(part);
        String name = service.map(Part::name).orElse(part.name());
        if (service.isPresent() && service.get().role(Role.REPLICAS).isKnown()) {
            return new Copies(
                    name,
                    service.get().role(Role.REPLICAS),
                    service.get().role(Role.MAX_REPLICAS),
                    service.get().role(Role.SURGE));
        }
        String key = "stack." + name + ".replicas";
        Setting<Long> declared = stack.declared().find(key).isPresent()
                ? stack.declared().count(key)
                : Setting.unknown(
                        "replicas",
                        "the number of copies of '%s' that run (%s in poolwright.yaml)".formatted(name, key));
        return new Copies(name, declared, declared, Setting.defaulted("surge", 0L, "no orchestrator"));
    }

    /** The copies at a moment; one, at least, when that is not known. */
    long at(Moment moment, Evidence evidence) {
        Setting<Long> copies = moment == Moment.NOW ? now : most.isKnown() ? most : now;
        long known = used(copies, evidence);
        boolean surges = moment == Moment.UPDATING && surge.isKnown() && surge.get() > 0;
        return surges
                ? Sum.plus(known, evidence.use(surge, "the copies that a rolling update of '" + of + "' adds"))
                : known;
    }

    private long used(Setting<Long> copies, Evidence evidence) {
        if (!copies.isKnown()) {
            return 1;
        }
        long known = copies.get();
        boolean worthSaying = copies.isDeclared() || known != 1;
        return worthSaying ? evidence.use(copies, "the copies of '" + of + "'") : known;
    }

    Optional<String> missing() {
        return now.isKnown() ? Optional.empty() : Optional.of(now.source().replaceFirst("^unknown: ", ""));
    }
}
