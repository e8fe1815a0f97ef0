package io.poolwright.watch.eye;

import io.poolwright.detect.Alert;
import io.poolwright.detect.pool.PoolAlert;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One trouble for each cause, not for each symptom: what fires on a service, folded. */
final class Troubles {
    private Troubles() {}

    static List<Trouble> of(List<PoolAlert> pools, Optional<Diagnosis> diagnosis, List<Firing> silent) {
        List<Trouble> troubles = new ArrayList<>();
        List<Alert> stack = diagnosis.map(Diagnosis::alerts).orElse(List.of());
        pools.stream()
                .sorted(Comparator.comparing(PoolAlert::severity)
                        .reversed()
                        .thenComparing(alert -> alert.pool().tier(), Comparator.reverseOrder())
                        .thenComparing(PoolAlert::firedAt))
                .findFirst()
                .ifPresent(lead -> {
                    List<String> symptoms = new ArrayList<>();
                    pools.stream()
                            .filter(alert -> !alert.equals(lead))
                            .map(alert -> alert.pool().name() + ": " + alert.title())
                            .forEach(symptoms::add);
                    stack.stream().map(Alert::title).forEach(symptoms::add);
                    troubles.add(new Trouble(Optional.of(lead.pool()), WatchedPool.firing(lead), symptoms));
                });
        if (troubles.isEmpty() && !stack.isEmpty()) {
            Alert lead = stack.get(0);
            troubles.add(new Trouble(
                    Optional.empty(),
                    new Firing(lead.detector(), Level.CRITICAL, lead.title(), lead.text(), lead.firedAt()),
                    stack.stream().skip(1).map(Alert::title).toList()));
        }
        silent.forEach(one -> troubles.add(new Trouble(Optional.empty(), one, List.of())));
        return troubles;
    }
}
