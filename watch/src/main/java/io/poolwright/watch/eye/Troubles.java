package io.poolwright.watch.eye;

import io.poolwright.detect.Alert;
import io.poolwright.detect.pool.Grouping;
import io.poolwright.detect.pool.PoolAlert;
import io.poolwright.detect.pool.Symptom;
import io.poolwright.model.live.PoolId;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with one service, one trouble for each cause: tells the ledger when one begins and when it is over. A trouble
 * is the same for as long as it keeps one of its symptoms, whatever joins it. For one thread.
 */
final class Troubles {
    private static final String POOL_BLIND = "pool-blind";
    private static final String STACK_BLIND = "blind-spot";

    private final String service;
    private final Ledger ledger;
    private final Map<Occurrence, Set<String>> open = new LinkedHashMap<>();

    Troubles(String service, Ledger ledger) {
        this.service = service;
        this.ledger = ledger;
    }

    /**
     * Takes what fires after a look.
     *
     * @param silent what fires on targets that do not answer, by target
     * @param silenced pools that nothing is known of because their target is silent
     */
    List<Trouble> take(
            Instant at, List<PoolAlert> pools, List<Alert> stack, List<Firing> silent, Set<PoolId> silenced) {
        if (pools.isEmpty() && stack.isEmpty() && silent.isEmpty() && open.isEmpty()) {
            return List.of();
        }
        List<PoolAlert> seen = pools.stream()
                .filter(alert -> !(alert.detector().equals(POOL_BLIND) && silenced.contains(alert.pool())))
                .toList();
        List<Alert> whole = stack.stream()
                .filter(alert -> silent.isEmpty() || !alert.detector().equals(STACK_BLIND))
                .toList();
        List<io.poolwright.detect.pool.Trouble> folded = Grouping.fold(service, seen, whole);
        List<Told> now = new ArrayList<>();
        folded.forEach(trouble -> now.add(Told.of(trouble)));
        silent.forEach(firing -> now.add(Told.of(firing)));
        follow(at, now);
        return now.stream().map(Told::shown).toList();
    }

    private void follow(Instant at, List<Told> now) {
        Map<String, Told> bySymptom = new HashMap<>();
        now.forEach(told -> told.symptoms().forEach(symptom -> bySymptom.put(symptom, told)));
        Set<Told> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Occurrence begun : List.copyOf(open.keySet())) {
            Optional<Told> same = open.getOrDefault(begun, Set.of()).stream()
                    .filter(bySymptom::containsKey)
                    .findFirst()
                    .map(bySymptom::get);
            if (same.isPresent()) {
                known.add(same.get());
                open.put(begun, same.get().symptoms());
            } else {
                open.remove(begun);
                ledger.note(as(begun, at, Occurrence.Kind.ALERT_ENDED));
            }
        }
        for (Told told : now) {
            if (!known.contains(told)) {
                Occurrence begun = told.occurrence(at, service);
                open.put(begun, told.symptoms());
                ledger.note(begun);
            }
        }
    }

    private static Occurrence as(Occurrence one, Instant at, Occurrence.Kind kind) {
        return new Occurrence(
                at, kind, one.service(), one.subject(), one.rule(), one.severity(), one.title(), one.text());
    }

    /**
     * A trouble and what it is known by.
     *
     * @param symptoms one text for each, the same for as long as the symptom fires
     */
    private record Told(Trouble shown, Set<String> symptoms) {
        static Told of(io.poolwright.detect.pool.Trouble trouble) {
            Symptom lead = trouble.lead();
            Firing firing = new Firing(
                    lead.detector(),
                    Level.valueOf(trouble.severity().name()),
                    lead.title(),
                    lead.text(),
                    trouble.since());
            Set<String> keys = new HashSet<>();
            trouble.symptoms().forEach(one -> keys.add(key(one)));
            List<String> others = trouble.others().stream()
                    .sorted(Comparator.comparing(Symptom::firedAt))
                    .map(one -> one.pool().map(pool -> pool.name() + ": ").orElse("") + one.title())
                    .distinct()
                    .toList();
            return new Told(new Trouble(lead.pool(), firing, others), keys);
        }

        static Told of(Firing silent) {
            return new Told(new Trouble(Optional.empty(), silent, List.of()), Set.of(silent.title()));
        }

        private static String key(Symptom one) {
            return one.detector() + " " + one.pool().map(Object::toString).orElse("");
        }

        Occurrence occurrence(Instant at, String service) {
            Firing lead = shown.lead();
            return new Occurrence(
                    at,
                    Occurrence.Kind.ALERT_FIRED,
                    service,
                    shown.pool().map(Object::toString).orElse(lead.title()),
                    lead.detector(),
                    lead.level().id(),
                    lead.title(),
                    lead.text());
        }
    }
}
