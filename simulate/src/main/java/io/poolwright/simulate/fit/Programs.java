package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the programs of a stack that hold connections. Units behind one backend are copies of one program, and so are units
 * whose pool is written at one place.
 */
final class Programs {
    private static final int FARTHEST = 4;

    private final Stack stack;

    private Programs(Stack stack) {
        this.stack = stack;
    }

    static List<Program> in(Stack stack) {
        return new Programs(stack).all();
    }

    /** The one that was asked for, or the only one. */
    static Program chosen(Stack stack, Optional<String> name) {
        List<Program> all = in(stack);
        if (all.isEmpty()) {
            throw new FitException(
                    "found no pool of connections in these files; accepted: configuration with a pool that some product of ours reads, such as HikariCP's or PHP-FPM's");
        }
        String choices = all.stream().map(Program::name).collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            if (all.size() > 1) {
                throw new FitException(
                        "found %d programs with connections (%s) and none was asked for; write: --service %s"
                                .formatted(all.size(), choices, all.get(0).name()));
            }
            return all.get(0);
        }
        return Stream.concat(
                        all.stream().filter(one -> one.name().equals(name.get())),
                        all.stream().filter(one -> one.names(stack).anyMatch(name.get()::equals)))
                .findFirst()
                .orElseThrow(
                        () -> new FitException("found no service '%s'; accepted: %s".formatted(name.get(), choices)));
    }

    private List<Program> all() {
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        Map<String, Part> backends = new LinkedHashMap<>();
        Stream.concat(stack.all(Kind.POOL), stack.all(Kind.FPM_POOL)).forEach(holder -> {
            Optional<Part> backend = backend(holder);
            String key = backend.map(part -> part.id() + " " + holder.name())
                    .orElseGet(() -> "%s %s".formatted(holder.origin(), holder.name()));
            groups.computeIfAbsent(key, other -> new ArrayList<>()).add(holder);
            backend.ifPresent(part -> backends.put(key, part));
        });
        List<Program> programs = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        groups.forEach((key, holders) -> {
            Optional<Part> backend = Optional.ofNullable(backends.get(key));
            String name = name(holders, backend);
            String other = taken.add(name) ? name : name + "/" + holders.get(0).name();
            taken.add(other);
            programs.add(new Program(other, holders, backend));
        });
        return List.copyOf(programs);
    }

    private String name(List<Part> holders, Optional<Part> backend) {
        List<String> units = new Program("", holders, backend).units(stack);
        if (units.size() == 1) {
            return units.get(0);
        }
        String common = units.get(0);
        for (String unit : units) {
            while (!unit.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String name = common.replaceFirst("[-_.]+$", "");
        return name.isEmpty() ? backend.map(Part::name).orElse(units.get(0)) : name;
    }

    /** The backend that this unit stands behind: of the outermost balancer that leads here. */
    private Optional<Part> backend(Part holder) {
        Set<Part> reached = new LinkedHashSet<>(unit(holder));
        Optional<Part> found = Optional.empty();
        for (int i = 0; i < FARTHEST; i++) {
            Set<Part> before = new LinkedHashSet<>();
            for (Part part : reached) {
                for (Part caller : stack.callers(part)) {
                    Part root =
                            caller.kind() == Kind.SERVER ? stack.parent(caller).orElse(caller) : caller;
                    if (root.kind() == Kind.BACKEND || root.kind() == Kind.ROUTE) {
                        before.add(root);
                    }
                }
            }
            Optional<Part> backend =
                    before.stream().filter(part -> part.kind() == Kind.BACKEND).findFirst();
            if (before.isEmpty()) {
                return found;
            }
            found = backend.or(() -> before.stream().findFirst());
            reached = new LinkedHashSet<>();
            for (Part part : before) {
                reached.add(part);
                stack.parent(part).ifPresent(reached::add);
            }
        }
        return found;
    }

    private Set<Part> unit(Part holder) {
        Set<Part> unit = new LinkedHashSet<>(stack.family(holder));
        stack.service(holder).map(stack::runBy).ifPresent(unit::addAll);
        return unit;
    }
}
