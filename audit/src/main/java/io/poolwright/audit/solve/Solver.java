package io.poolwright.audit.solve;

import io.poolwright.audit.Hops;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Solves a stack: all its times and sizes at once, and what must be known before that can be done. */
public final class Solver {
    private Solver() {}

    /** The solution for a stack; what cannot be solved is said, never guessed. */
    public static Solution solve(Stack stack) {
        Set<String> open = new LinkedHashSet<>();
        Map<Part, Step> hops = new LinkedHashMap<>();
        List<Step> inner = new ArrayList<>();
        stack.all(Kind.POOL).forEach(pool -> {
            Optional<Duration> outermost = outermost(pool, stack);
            if (outermost.isEmpty()) {
                open.add(
                        "the longest that a client waits: budget.client in poolwright.yaml, or a response timeout in front of "
                                + pool);
            } else {
                inner.addAll(new TimeSolver(stack, hops).solve(pool, outermost.get()));
            }
        });
        List<String> sizes = new ArrayList<>();
        List<Step> steps = new ArrayList<>(hops.values());
        steps.addAll(inner);
        stack.all(Kind.DATABASE).forEach(database -> steps.addAll(new SizeSolver(stack, sizes).solve(database)));
        open.addAll(sizes);
        return new Solution(oncePerLine(steps), List.copyOf(open));
    }

    /** Copies of one program read the same line: it is solved once. */
    private static List<Step> oncePerLine(List<Step> steps) {
        Map<List<Object>, Step> byLine = new LinkedHashMap<>();
        for (Step step : steps) {
            List<Object> line = List.of(
                    step.part().kind(),
                    step.part().name(),
                    step.setting().name(),
                    step.setting().origin(),
                    step.fresh());
            byLine.putIfAbsent(line, step);
        }
        return List.copyOf(byLine.values());
    }

    /** What the client declares, else the response timeout of the outermost proxy that has one. */
    private static Optional<Duration> outermost(Part pool, Stack stack) {
        Setting<Duration> client = stack.declared().duration("budget.client");
        if (client.isKnown()) {
            return Optional.of(client.get());
        }
        List<Part> hops = Hops.inFrontOf(pool, stack);
        for (int i = hops.size() - 1; i >= 0; i--) {
            Setting<Duration> response = hops.get(i).role(Role.RESPONSE_TIMEOUT);
            if (response.isKnown() && !Bound.isForever(response.get()) && response.isDeclared()) {
                return Optional.of(response.get());
            }
        }
        return Optional.empty();
    }
}
