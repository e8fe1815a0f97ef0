package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import io.poolwright.simulate.Parameter;
import java.util.List;
import java.util.Locale;

/** What the files say about the balancer in front of a program. */
final class ConfiguredBalancer {
    private ConfiguredBalancer() {}

    static void into(Stack stack, Program program, Facts facts) {
        if (program.backend().isEmpty()) {
            facts.assume(Parameter.LB_MAXCONN, Double.POSITIVE_INFINITY, "no balancer in the files leads to it");
            return;
        }
        Part backend = program.backend().get();
        slots(stack, backend, facts);
        if (backend.has(Role.QUEUE_TIMEOUT)) {
            facts.time(Parameter.LB_QUEUE_TIMEOUT, backend.role(Role.QUEUE_TIMEOUT));
        }
        if (backend.has(Role.RESPONSE_TIMEOUT)) {
            facts.time(Parameter.LB_SERVER_TIMEOUT, backend.role(Role.RESPONSE_TIMEOUT));
        }
        if (backend.has(Role.RETRIES)) {
            facts.count(Parameter.LB_RETRIES, backend.role(Role.RETRIES));
        }
        backend.settings().find("balance").filter(Setting::isKnown).ifPresent(balance -> {
            String policy = String.valueOf(balance.get()).toLowerCase(Locale.ROOT);
            double chosen = policy.startsWith("leastconn") ? 1 : policy.startsWith("random") ? 2 : 0;
            facts.set(Parameter.LB_POLICY, chosen, Known.of(balance));
        });
    }

    private static void slots(Stack stack, Part backend, Facts facts) {
        List<Setting<Long>> slots = stack.children(backend, Kind.SERVER).stream()
                .filter(server -> server.has(Role.PER_SERVER))
                .map(server -> server.role(Role.PER_SERVER))
                .filter(Setting::isKnown)
                .toList();
        if (slots.isEmpty()) {
            facts.assume(
                    Parameter.LB_MAXCONN,
                    Double.POSITIVE_INFINITY,
                    "the files set no limit for one server of " + backend);
            return;
        }
        facts.count(Parameter.LB_MAXCONN, slots.get(0));
        if (backend.product().equals("nginx")) {
            facts.set(
                    Parameter.LB_QUEUE,
                    0,
                    new Known.Defaulted("nginx answers at once when max_conns are busy: no queue"));
        }
        if (slots.stream().map(Setting::get).distinct().count() > 1) {
            facts.open(
                    "servers with different limits",
                    "the servers of %s have different limits and the model takes all as the first".formatted(backend),
                    "make them alike",
                    false);
        }
    }
}
