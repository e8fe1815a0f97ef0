package io.poolwright.audit.rules.balancer;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load that people say will come: requests in work at the same time.
 *
 * @param requests from {@code stack.<service>.concurrency.peak}, or {@code rate.peak} × {@code response.p95} by Little's law
 * @param inputs what it was made of
 */
record Demand(long requests, List<Setting<?>> inputs) {
    private static final Pattern KEY = Pattern.compile("stack\\.(.+)\\.(concurrency\\.peak|rate\\.peak)");

    Demand {
        inputs = List.copyOf(inputs);
    }

    /** The demand on a backend: of the service behind it, of itself by name, or the only one that is declared. */
    static Optional<Demand> on(Part backend, Stack stack) {
        Set<String> declared = new LinkedHashSet<>();
        for (Setting<?> fact : stack.declared().all()) {
            Matcher key = KEY.matcher(fact.name());
            if (key.matches()) {
                declared.add(key.group(1));
            }
        }
        Set<String> names = new HashSet<>();
        names.add(backend.name());
        for (Part part : Behind.programsBehind(backend, stack)) {
            names.add(part.name());
            stack.service(part).ifPresent(service -> names.add(service.name()));
        }
        List<String> fitting = declared.stream().filter(names::contains).toList();
        if (fitting.size() == 1) {
            return of(fitting.get(0), stack.declared());
        }
        boolean onlyOne = declared.size() == 1 && stack.all(Kind.BACKEND).count() == 1;
        return onlyOne ? of(declared.iterator().next(), stack.declared()) : Optional.empty();
    }

    private static Optional<Demand> of(String service, Settings facts) {
        String prefix = "stack." + service + ".";
        Optional<Setting<?>> concurrency =
                facts.find(prefix + "concurrency.peak").filter(Setting::isKnown);
        if (concurrency.isPresent() && concurrency.get().get() instanceof Number number) {
            return Optional.of(new Demand((long) Math.ceil(number.doubleValue()), List.of(concurrency.get())));
        }
        Optional<Setting<?>> rate = facts.find(prefix + "rate.peak").filter(Setting::isKnown);
        Optional<Setting<?>> response = facts.find(prefix + "response.p95").filter(Setting::isKnown);
        if (rate.isPresent()
                && response.isPresent()
                && rate.get().get() instanceof Number perSecond
                && response.get().get() instanceof Duration time) {
            double requests = perSecond.doubleValue() * time.toNanos() / 1e9;
            return Optional.of(new Demand((long) Math.ceil(requests), List.of(rate.get(), response.get())));
        }
        return Optional.empty();
    }
}
