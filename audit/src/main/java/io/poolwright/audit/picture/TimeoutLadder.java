package io.poolwright.audit.picture;

import io.poolwright.audit.Hops;
import io.poolwright.audit.Say;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The time limits around one pool, outermost first. Whoever waits for another must wait longer.
 *
 * @param environment of the stack
 * @param pool for people
 * @param rungs outermost first; what nobody knows is a rung without a time
 */
public record TimeoutLadder(String environment, String pool, List<Rung> rungs) {
    public TimeoutLadder {
        rungs = List.copyOf(rungs);
    }

    /** The ladders of a stack, one for each pool of database connections or of PHP workers, alike ones once. */
    public static List<TimeoutLadder> of(Stack stack) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(stack.all(Kind.POOL), stack.all(Kind.FPM_POOL))
                .map(pool -> around(pool, stack))
                .filter(ladder -> ladder.known() >= 2)
                .filter(ladder -> seen.add(ladder.figures()))
                .toList();
    }

    /** What makes it the same ladder, whichever copy of a program it belongs to: times and the lines where they stand. */
    private String figures() {
        StringBuilder figures = new StringBuilder(pool);
        rungs.forEach(rung ->
                figures.append('\n').append(rung.step()).append(rung.time()).append(rung.at()));
        return figures.toString();
    }

    /** Whether a limit is not below the one around it. */
    public boolean isInverted() {
        return rungs.stream().anyMatch(rung -> rung.inversion().isPresent());
    }

    private long known() {
        return rungs.stream().filter(rung -> rung.time().isPresent()).count();
    }

    private static TimeoutLadder around(Part pool, Stack stack) {
        List<Rung> rungs = new ArrayList<>();
        rungs.add(client(stack));
        List<Part> inward = new ArrayList<>(Hops.inFrontOf(pool, stack));
        Collections.reverse(inward);
        inward.forEach(hop -> add(rungs, "proxy", hop, Role.RESPONSE_TIMEOUT));
        stack.family(pool).stream()
                .filter(part -> part.kind() != Kind.POOL && part.kind() != Kind.DRIVER)
                .filter(part -> part.kind() != Kind.FPM_POOL || part.equals(pool))
                .forEach(part -> add(rungs, "application", part, Role.REQUEST_TIMEOUT));
        add(rungs, "pool wait", pool, Role.ACQUIRE_TIMEOUT);
        List<Part> drivers = stack.children(pool, Kind.DRIVER);
        drivers.forEach(driver -> add(rungs, "driver", driver, Role.SOCKET_TIMEOUT));
        statement(pool, drivers, stack).ifPresent(part -> add(rungs, "statement", part, Role.STATEMENT_TIMEOUT));
        return new TimeoutLadder(stack.environment(), pool.toString(), Inversions.marked(rungs));
    }

    /** Whoever is known to cut a statement: the driver, or the database that the pool calls. */
    private static Optional<Part> statement(Part pool, List<Part> drivers, Stack stack) {
        List<Part> able = Stream.concat(drivers.stream(), stack.callees(pool).stream())
                .filter(part -> part.has(Role.STATEMENT_TIMEOUT))
                .toList();
        return able.stream()
                .filter(part -> part.role(Role.STATEMENT_TIMEOUT).isKnown())
                .filter(part ->
                        !Bound.isForever(part.role(Role.STATEMENT_TIMEOUT).get()))
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    private static Rung client(Stack stack) {
        Setting<Duration> budget = stack.declared().duration("budget.client");
        return budget.isKnown()
                ? rung("client", "budget.client", budget)
                : new Rung(
                        "client",
                        "budget.client",
                        Optional.empty(),
                        Optional.empty(),
                        "not in the files; poolwright.yaml can say it: budget.client",
                        Optional.empty());
    }

    private static void add(List<Rung> rungs, String step, Part part, Role<Duration> role) {
        if (part.has(role)) {
            Setting<Duration> setting = part.role(role);
            rungs.add(rung(step, "%s %s: %s".formatted(part.product(), part, setting.name()), setting));
        }
    }

    private static Rung rung(String step, String name, Setting<Duration> setting) {
        return new Rung(
                step,
                name,
                setting.isKnown() ? Optional.of(setting.get()) : Optional.empty(),
                setting.origin(),
                setting.source(),
                Optional.empty());
    }

    /** The ladder in one line: {@code client ? > proxy 30 s > pool wait 30 s (INVERTED) > driver no limit}. */
    public String line() {
        return String.join(
                " > ",
                rungs.stream()
                        .map(rung -> "%s %s%s"
                                .formatted(
                                        rung.step(),
                                        rung.time().map(Say::time).orElse("?"),
                                        rung.inversion().isPresent() ? " (INVERTED)" : ""))
                        .toList());
    }
}
