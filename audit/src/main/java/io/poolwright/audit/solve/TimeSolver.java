package io.poolwright.audit.solve;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Solves the times on the way to one pool, from the client inward. A value that already fits stays as it is. */
final class TimeSolver {
    private final Stack stack;
    private final Map<Part, Step> hops;
    private final List<Step> steps = new ArrayList<>();

    TimeSolver(Stack stack, Map<Part, Step> hops) {
        this.stack = stack;
        this.hops = hops;
    }

    /** The steps for a pool and its drivers; the proxies' own are put into the map, since pools share them. */
    List<Step> solve(Part pool, Duration outermost) {
        Duration around = outermost;
        List<Part> inward = new ArrayList<>(Hops.inFrontOf(pool, stack));
        Collections.reverse(inward);
        boolean first = stack.declared().duration("budget.client").isKnown();
        for (Part hop : inward) {
            Duration limit = first || !hop.role(Role.RESPONSE_TIMEOUT).isKnown() ? Ladder.inside(around) : around;
            around = hop(hop, limit);
            first = true;
        }
        Duration application = inward.isEmpty() ? outermost : Ladder.inside(around);
        Duration acquire = fit(
                pool,
                Role.ACQUIRE_TIMEOUT,
                Ladder.acquire(outermost),
                "at most a quarter of the outermost %s, and 5 s",
                outermost);
        fit(pool, Role.VALIDATION_TIMEOUT, Ladder.validation(acquire), "half the wait for a connection, %s", acquire);
        Duration query = Ladder.socket(application, acquire);
        for (Part driver : stack.children(pool, Kind.DRIVER)) {
            Duration socket = fit(driver, Role.SOCKET_TIMEOUT, query, "what %s leaves after the wait", application);
            fit(
                    driver,
                    Role.STATEMENT_TIMEOUT,
                    Ladder.statement(socket),
                    "two thirds of the socket timeout, %s",
                    socket);
            fit(
                    driver,
                    Role.CONNECT_TIMEOUT,
                    Ladder.connect(acquire),
                    "at most half the wait for a connection, %s",
                    acquire);
        }
        return steps;
    }

    private Duration hop(Part hop, Duration limit) {
        Step known = hops.get(hop);
        if (known != null) {
            return known.setting().isKnown() && known.stays()
                    ? hop.role(Role.RESPONSE_TIMEOUT).get()
                    : limit;
        }
        int before = steps.size();
        Duration time = fit(hop, Role.RESPONSE_TIMEOUT, limit, "nine tenths of what is around it, %s", limit);
        if (steps.size() > before) {
            hops.put(hop, steps.remove(steps.size() - 1));
        }
        return time;
    }

    /** The value that goes on: the present one when it is within the limit, else the limit. */
    private Duration fit(Part part, Role<Duration> role, Duration limit, String why, Duration of) {
        if (!part.has(role)) {
            return limit;
        }
        Setting<Duration> setting = part.role(role);
        boolean stays = setting.isKnown()
                && !Bound.isForever(setting.get())
                && setting.get().compareTo(limit) <= 0
                && !setting.get().isZero();
        Duration fresh = stays ? setting.get() : limit;
        Optional<String> write = stays || !setting.isKnown()
                ? Optional.empty()
                : setting.written().flatMap(text -> Notation.like(text, setting.get(), fresh));
        steps.add(new Step(part, setting, Say.time(fresh), write, stays, why.formatted(Say.time(of))));
        return fresh;
    }
}
