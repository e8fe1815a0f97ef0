package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.simulate.Parameter;
import java.time.Duration;

/** What {@code poolwright.yaml} says of the clients: how long they wait, and whether they try again. */
final class DeclaredClients {
    private DeclaredClients() {}

    static void into(Settings declared, Facts facts) {
        Setting<Duration> patience = declared.duration("budget.client");
        if (patience.isKnown()) {
            facts.time(Parameter.CLIENT_TIMEOUT, patience);
        } else {
            facts.assume(
                    Parameter.CLIENT_TIMEOUT, Parameter.CLIENT_TIMEOUT.usual(), "nobody said how long clients wait");
            facts.open(
                    Parameter.CLIENT_TIMEOUT.id(),
                    "nobody said how long clients wait",
                    "write budget.client in poolwright.yaml",
                    false);
        }
        Setting<Long> retries = declared.count("clients.retries");
        if (retries.isKnown()) {
            facts.count(Parameter.CLIENT_RETRIES, retries);
        } else {
            facts.assume(Parameter.CLIENT_RETRIES, 0, "nobody said that clients try again");
            facts.open(
                    Parameter.CLIENT_RETRIES.id(),
                    "nobody said whether clients try again",
                    "write clients.retries in poolwright.yaml",
                    false);
        }
        Setting<Duration> pause = declared.duration("clients.backoff");
        if (pause.isKnown()) {
            facts.time(Parameter.CLIENT_BACKOFF, pause);
        }
        declared.find("clients.budget")
                .ifPresent(budget ->
                        facts.set(Parameter.CLIENT_BUDGET, ((Number) budget.get()).doubleValue(), Known.of(budget)));
    }
}
